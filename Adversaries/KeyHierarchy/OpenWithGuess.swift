public import Coins
public import GameKit
public import Games
public import Primitives

/// Has an empty message encrypted, and tries keys from which that message's key may be derived.
public struct OpenWithGuess<C: DerivingAEAD>: Adversary {
  public typealias Query = DerivedKeyQuery<C>
  public typealias Answer = DerivedKeyAnswer<C>
  let cipher: C
  let tries: Int

  public init(cipher: C, tries: Int) { (self.cipher, self.tries) = (cipher, tries) }

  /// Says "right" when none opens it.
  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let message = Bytes([])
    guard case .ciphertext(let context, let ciphertext) = try oracle.ask(.encrypt(message)) else { return false }
    for index in 0..<UInt64(tries) {
      guard let guess = cipher.candidateKey(index),
        case .key(let key) = try oracle.ask(.derive(guess, context: context))
      else { return false }
      if try oracle.ask(.open(key, ciphertext)) == .message(message) { return false }
    }
    return true
  }
}

/// Has one message encrypted again and again, and waits for a nonce under two contexts: with one key for both the bodies are
/// equal.
public struct CompareNonces<C: DerivingAEAD>: Adversary {
  public typealias Query = DerivedKeyQuery<C>
  public typealias Answer = DerivedKeyAnswer<C>
  let cipher: C

  public init(cipher: C) { self.cipher = cipher }

  /// Says "right" when they are not.
  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    var seen: [(context: Bytes, ciphertext: [UInt8])] = []
    while oracle.budget[.use] > 0 {
      guard case .ciphertext(let context, let sealed) = try oracle.ask(.encrypt(Bytes(Message(0).bytes))) else { return false }
      let nonce = sealed.array.prefix(cipher.nonceLength)
      if let first = seen.first(where: { $0.context != context && $0.ciphertext.starts(with: nonce) }) {
        return !first.ciphertext.dropLast(cipher.tagLength).elementsEqual(sealed.array.dropLast(cipher.tagLength))
      }
      seen.append((context, sealed.array))
    }
    return true
  }
}
