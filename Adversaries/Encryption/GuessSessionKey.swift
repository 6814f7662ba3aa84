public import Coins
public import GameKit
public import Games
public import Primitives

/// Tries `tries` symmetric keys on the challenge.
///
/// On the calibrated suite it succeeds with probability exactly tries/2^κ, for κ bits of key.
public struct GuessSessionKey<S: HybridScheme>: RecipientAdversary where S.Cipher.Key: CanonicalBytes {
  let scheme: S
  let tries: Int
  let messages: ChallengeMessages

  public init(scheme: S, tries: Int, length: Int) {
    (self.scheme, self.tries, messages) = (scheme, tries, ChallengeMessages(length: length))
  }

  public func play(_ oracle: inout some Oracle<RecipientQuery<S>, RecipientAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    let recipient: S.PublicKey = try oracle.gen()
    guard let part = try oracle.challenge(recipient, tag: messages.tag, messages.left, messages.right) else { return false }
    for index in 0..<UInt64(tries) {
      guard let key = scheme.cipher.candidateKey(index) else { return false }
      if try oracle.open(part.sealed, tag: messages.tag, key: key) == messages.right { return true }
    }
    return false
  }
}
