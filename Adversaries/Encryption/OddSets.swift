public import Coins
public import GameKit
public import Games
internal import Primitives

/// Asks for challenges that are no challenges: messages of two lengths, a recipient named twice, a key that nobody generated, too
/// many recipients, none at all. It wins if one of the first is answered: the length gives the bit away.
public struct OddSets<S: HybridScheme>: RecipientAdversary {
  let scheme: S
  let messages: ChallengeMessages

  public init(scheme: S, length: Int) { (self.scheme, messages) = (scheme, ChallengeMessages(length: length)) }

  public func play(_ oracle: inout some Oracle<RecipientQuery<S>, RecipientAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    let recipient: S.PublicKey = try oracle.gen()
    let stranger = scheme.group.generateKey(for: Label("strange"), coins: coins).public
    let sets = [[], [recipient, recipient], [stranger], [S.PublicKey](repeating: recipient, count: 1000)]
    for set in sets where oracle.budget[.lor] > 2 {
      _ = try oracle.ask(.lor(set, tag: messages.tag, messages.left, messages.right))
    }
    guard oracle.budget[.lor] > 1 else { return false }
    let longer = Bytes(messages.right.array + [0])
    guard let part = try oracle.challenge(recipient, tag: messages.tag, messages.left, longer),
      let other = try oracle.challenge(recipient, tag: messages.tag, messages.left, messages.left)
    else { return false }
    return part.sealed.array.count > other.sealed.array.count
  }
}
