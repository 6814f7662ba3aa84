public import Coins
public import GameKit
public import Games
internal import Primitives

/// Guesses the authentication tag of the challenge's body under other associated data: `tries` distinct candidates.
///
/// On the calibrated cipher it succeeds with probability exactly tries/2ᵗ.
public struct ForgeTag<S: HybridScheme>: RecipientAdversary {
  let scheme: S
  let tries: Int
  let messages: ChallengeMessages

  public init(scheme: S, tries: Int, length: Int) {
    (self.scheme, self.tries, messages) = (scheme, tries, ChallengeMessages(length: length))
  }

  public func play(_ oracle: inout some Oracle<RecipientQuery<S>, RecipientAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    let recipient: S.PublicKey = try oracle.gen()
    guard var part = try oracle.challenge(recipient, tag: messages.tag, messages.left, messages.right) else { return false }
    for index in 0..<UInt64(tries) {
      guard let forged = scheme.cipher.candidate(index, for: part.sealed) else { return false }
      part.sealed = forged
      if let message = try oracle.dec(part, tag: messages.otherTag, for: recipient) { return message == messages.right }
    }
    return false
  }
}
