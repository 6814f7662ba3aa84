public import Coins
public import GameKit
public import Games
public import Primitives

/// Builds one ciphertext of AES-GCM that opens under two keys.
///
/// The tag is to be right under both, which is one linear equation in the blocks: all but one are free, and that one is solved
/// for. Each message is what the body XOR that key's keystream gives (Dodis, Grubbs, Ristenpart and Woodage 2018). Where the
/// cipher commits to its key it does so for the keys that are used inside, and writes the first one's commitment.
public struct TwoKeyCiphertext<C: DerivingAEAD>: Adversary {
  public typealias Query = CommitmentQuery<C>
  public typealias Answer = CipherAnswer
  let cipher: C
  let commits: Bool

  public init(cipher: C, commits: Bool) { (self.cipher, self.commits) = (cipher, commits) }

  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    guard let first = cipher.candidateKey(1), let second = cipher.candidateKey(2) else { return false }
    let (one, commitment) = commits ? cipher.committed(first, coins: coins) : (key: first, commitment: [])
    let other = commits ? cipher.committed(second, coins: coins).key : second
    guard let ciphertext = Self.ciphertext(of: cipher, one, other) else { return false }
    _ = try oracle.ask(.submit(first, second, Bytes(commitment + ciphertext.array), data: Bytes([])))
    return true
  }

  /// Two blocks under the nonce of zeros; nil for a cipher whose tag is no polynomial.
  public static func ciphertext(of cipher: C, _ first: C.Key, _ second: C.Key) -> Bytes? {
    let nonce = cipher.nonce(0), chosen = [UInt8](repeating: 0, count: 16)
    guard let one = cipher.tagParts(key: first, nonce: nonce), let two = cipher.tagParts(key: second, nonce: nonce) else {
      return nil
    }
    func tag(_ body: [UInt8], _ parts: (authenticationKey: GaloisElement, mask: GaloisElement)) -> GaloisElement {
      GHASH.polynomial(associatedData: [], body: body).value(at: parts.authenticationKey) + parts.mask
    }
    // The last block stands before the square of the authentication key.
    let sum = one.authenticationKey + two.authenticationKey
    let last = (tag(chosen + chosen, one) + tag(chosen + chosen, two)) * (sum * sum).inverse
    let body = chosen + last.bytes
    return Bytes(nonce + body + tag(body, one).bytes)
  }
}

/// Encrypts under one key, and tries whether it opens under others.
public struct SearchSecondKey<C: DerivingAEAD>: Adversary {
  public typealias Query = CommitmentQuery<C>
  public typealias Answer = CipherAnswer
  let cipher: C

  public init(cipher: C) { self.cipher = cipher }

  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    guard let first = cipher.candidateKey(0),
      case .ciphertext(let ciphertext) = try oracle.ask(.seal(first, Bytes([]), data: Bytes([])))
    else { return false }
    for index in 1...UInt64(max(1, oracle.budget[.open])) {
      guard let second = cipher.candidateKey(index), oracle.budget[.open] > 0 else { return false }
      guard case .message = try oracle.ask(.open(second, ciphertext, data: Bytes([]))) else { continue }
      _ = try oracle.ask(.submit(first, second, ciphertext, data: Bytes([])))
      return true
    }
    return false
  }
}
