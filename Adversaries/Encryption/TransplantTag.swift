public import Coins
public import GameKit
public import Games
internal import Primitives

/// Asks for the decryption of the challenge under another tag: a legal query, which only the authentication of the tag stops.
///
/// On the calibrated cipher it succeeds with probability exactly 2⁻ᵗ, and always where the tag is not authenticated.
public struct TransplantTag<S: HybridScheme>: RecipientAdversary {
  let messages: ChallengeMessages

  public init(scheme: S, length: Int) { messages = ChallengeMessages(length: length) }

  public func play(_ oracle: inout some Oracle<RecipientQuery<S>, RecipientAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    let recipient: S.PublicKey = try oracle.gen()
    guard let part = try oracle.challenge(recipient, tag: messages.tag, messages.left, messages.right) else { return false }
    return try oracle.dec(part, tag: messages.otherTag, for: recipient) == messages.right
  }
}
