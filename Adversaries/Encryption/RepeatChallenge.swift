public import Coins
public import GameKit
public import Games
internal import Primitives

/// Asks for the keys of one recipient twice: where one ephemeral serves all messages, real keys repeat and random ones do not.
public struct RepeatChallenge<S: HybridScheme>: ODHAdversary {
  public init(scheme: S) {}

  /// Says "random" when the ephemeral repeats and the key does not.
  public func play(_ oracle: inout some Oracle<ODHQuery<S>, ODHAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    guard case .publicKey(let recipient) = try oracle.ask(.gen),
      case .challenge(let first, let firstKeys) = try oracle.ask(.ror([recipient])),
      case .challenge(let second, let secondKeys) = try oracle.ask(.ror([recipient]))
    else { return false }
    return first == second && firstKeys != secondKeys
  }
}
