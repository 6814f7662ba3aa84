public import Coins
public import GameKit
public import Games
public import Primitives

/// Computes the recipient's secret exponent from its public key, and reads the challenge.
///
/// Its advantage is the probability that the search for the discrete logarithm succeeds within its budget.
public struct SolveRecipientKey<S: HybridScheme>: RecipientAdversary where S.Group == CalibratedGroup {
  let logarithm: DiscreteLogarithm
  let messages: ChallengeMessages

  public init(scheme: S, logarithm: DiscreteLogarithm, length: Int) {
    (self.logarithm, messages) = (logarithm, ChallengeMessages(length: length))
  }

  public func play(_ oracle: inout some Oracle<RecipientQuery<S>, RecipientAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    let recipient: S.PublicKey = try oracle.gen()
    guard let part = try oracle.challenge(recipient, tag: messages.tag, messages.left, messages.right) else { return false }
    guard let exponent = logarithm.find(recipient) else { return false }
    let shared = logarithm.group.power(part.ephemeral, exponent)
    let key: S.Key = try oracle.derive(shared, ephemeral: part.ephemeral)
    return try oracle.open(part.sealed, tag: messages.tag, key: key) == messages.right
  }
}
