public import Coins
public import GameKit
public import Games
public import Primitives

/// Recovers GCM's authentication key from two messages under one nonce, and forges (Joux 2006).
///
/// A tag is the value of a polynomial, whose coefficients are the ciphertext's blocks, at the authentication key, plus a mask
/// that depends on the nonce alone. Under one nonce the masks cancel: the key is a root of the difference. Each root is tried on
/// one forgery. It does the same where the nonces differ, and has then no more than a guess.
public struct RecoverAuthenticationKey<C: DerivingAEAD>: Adversary {
  public typealias Query = ReuseQuery
  public typealias Answer = CipherAnswer
  let cipher: C
  let blocks: Int

  /// - Parameter blocks: the length of its messages: so many roots and one more there are at most.
  public init(cipher: C, blocks: Int) { (self.cipher, self.blocks) = (cipher, blocks) }

  /// A ciphertext with a tag of sixteen bytes.
  private struct Parts {
    let nonce, body: [UInt8]
    let tag: GaloisElement

    init?(_ ciphertext: Bytes, of cipher: C) {
      guard let tag = GaloisElement(bytes: Array(ciphertext.array.suffix(cipher.tagLength))) else { return nil }
      self.tag = tag
      nonce = Array(ciphertext.array.prefix(cipher.nonceLength))
      body = Array(ciphertext.array.dropFirst(cipher.nonceLength).dropLast(cipher.tagLength))
    }

    var polynomial: GaloisPolynomial { GHASH.polynomial(associatedData: [], body: body) }
  }

  public func play(_ oracle: inout some Oracle<ReuseQuery, CipherAnswer>, coins: Coins) throws(Forfeit) -> Bool {
    let messages = [0, 1].map { Bytes([UInt8](repeating: $0, count: 16 * blocks)) }
    guard case .ciphertext(let one) = try oracle.ask(.encrypt(messages[0], data: Bytes([]))) else { return false }
    _ = try oracle.ask(.restart)
    guard case .ciphertext(let other) = try oracle.ask(.encrypt(messages[1], data: Bytes([]))),
      let first = Parts(one, of: cipher), let second = Parts(other, of: cipher)
    else { return false }
    let difference = first.polynomial + second.polynomial + GaloisPolynomial([first.tag + second.tag])
    var body = first.body
    body[0] ^= 0xff
    let forged = GHASH.polynomial(associatedData: [], body: body)
    for key in difference.roots where oracle.budget[.decrypt] > 0 {
      let tag = forged.value(at: key) + first.polynomial.value(at: key) + first.tag
      if case .message = try oracle.ask(.decrypt(Bytes(first.nonce + body + tag.bytes), data: Bytes([]))) { return true }
    }
    return false
  }
}

/// Guesses the tag of an encrypted body under other associated data.
public struct ForgeCounted<C: DerivingAEAD>: Adversary {
  public typealias Query = ReuseQuery
  public typealias Answer = CipherAnswer
  let cipher: C

  public init(cipher: C) { self.cipher = cipher }

  public func play(_ oracle: inout some Oracle<ReuseQuery, CipherAnswer>, coins: Coins) throws(Forfeit) -> Bool {
    guard case .ciphertext(let ciphertext) = try oracle.ask(.encrypt(Bytes([]), data: Bytes([0]))) else { return false }
    for index in 0..<UInt64(oracle.budget[.decrypt]) {
      guard let candidate = cipher.candidate(index, for: ciphertext) else { return false }
      if case .message = try oracle.ask(.decrypt(candidate, data: Bytes([1]))) { return true }
    }
    return false
  }
}
