public import Coins
public import GameKit
public import Games
internal import Primitives

/// Asks for the key of another encoding or sign of the challenge's gˣ, which is no challenge and has the same shared secret.
public struct EquivalentODH<S: HybridScheme>: ODHAdversary {
  let scheme: S

  public init(scheme: S) { self.scheme = scheme }

  /// Says "random" when the keys differ although the shared secrets are equal.
  public func play(_ oracle: inout some Oracle<ODHQuery<S>, ODHAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    guard case .publicKey(let recipient) = try oracle.ask(.gen),
      case .challenge(let ephemeral, let keys) = try oracle.ask(.ror([recipient])), let key = keys.first,
      let other = scheme.group.equivalent(to: ephemeral)
    else { return true }
    return try oracle.ask(.hash(recipient, other)) != .key(key)
  }
}
