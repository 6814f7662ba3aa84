public import Coins
public import GameKit
public import Games
internal import Primitives

/// Replaces the ephemeral key of the challenge by another one with the same shared secret: −X on P-384, another encoding on
/// X25519.
///
/// It always wins where the derivation reads the shared secret alone, as in the published scheme, because real groups are not the
/// abstract one of the proof.
public struct MaulEphemeral<S: HybridScheme>: RecipientAdversary {
  let scheme: S
  let messages: ChallengeMessages

  public init(scheme: S, length: Int) { (self.scheme, messages) = (scheme, ChallengeMessages(length: length)) }

  public func play(_ oracle: inout some Oracle<RecipientQuery<S>, RecipientAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    let recipient: S.PublicKey = try oracle.gen()
    guard var part = try oracle.challenge(recipient, tag: messages.tag, messages.left, messages.right),
      let other = scheme.group.equivalent(to: part.ephemeral)
    else { return false }
    part.ephemeral = other
    return try oracle.dec(part, tag: messages.tag, for: recipient) == messages.right
  }
}
