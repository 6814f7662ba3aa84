public import Coins
public import GameKit
public import Games
public import Primitives

/// Tries `tries` symmetric keys on the challenge.
///
/// On the calibrated suite it succeeds with probability exactly tries/2^κ, for κ bits of key.
public struct GuessSessionKey<S: HybridScheme>: RecipientAdversary where S.Cipher.Key: CanonicalBytes {
  let tries: Int
  let messages: ChallengeMessages

  public init(scheme: S, tries: Int, length: Int) { (self.tries, messages) = (tries, ChallengeMessages(length: length)) }

  public func play(_ oracle: inout some Oracle<RecipientQuery<S>, RecipientAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    let recipient: S.PublicKey = try oracle.gen()
    guard let part = try oracle.challenge(recipient, tag: messages.tag, messages.left, messages.right) else { return false }
    for index in 0..<UInt64(tries) {
      guard let key = Self.key(index) else { return false }
      if try oracle.open(part.sealed, tag: messages.tag, key: key) == messages.right { return true }
    }
    return false
  }

  /// The `index`-th key: of eight bytes in the calibrated suite, of 32 in the real ones.
  private static func key(_ index: UInt64) -> S.Key? {
    let word = Message(0, index).bytes
    return S.Key(bytes: Array(word.suffix(8))) ?? S.Key(bytes: [UInt8](repeating: 0, count: 16) + word)
  }
}
