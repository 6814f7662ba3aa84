public import Coins
public import GameKit
public import Games
public import Primitives

/// Computes the recipient's secret exponent from its public key, and reads the challenge.
///
/// Its advantage is the probability that the search for the discrete logarithm succeeds within its budget, whatever it says where
/// the key that it has computed does not open the challenge: with derived keys that never happens.
public struct SolveRecipientKey<S: HybridScheme>: RecipientAdversary where S.Group == CalibratedGroup {
  let logarithm: DiscreteLogarithm
  let messages: ChallengeMessages
  let saysRightUnread: Bool

  /// - Parameter saysRightUnread: says "right" where its key does not open the challenge, and not "left".
  public init(scheme: S, logarithm: DiscreteLogarithm, length: Int, saysRightUnread: Bool = false) {
    (self.logarithm, messages, self.saysRightUnread) = (logarithm, ChallengeMessages(length: length), saysRightUnread)
  }

  public func play(_ oracle: inout some Oracle<RecipientQuery<S>, RecipientAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    let recipient: S.PublicKey = try oracle.gen()
    guard let part = try oracle.challenge(recipient, tag: messages.tag, messages.left, messages.right) else { return false }
    guard let exponent = logarithm.find(recipient) else { return false }
    let shared = logarithm.group.power(part.ephemeral, exponent)
    let key: S.Key = try oracle.derive(shared, ephemeral: part.ephemeral)
    guard let message = try oracle.open(part.sealed, tag: messages.tag, key: key) else { return saysRightUnread }
    return message == messages.right
  }
}
