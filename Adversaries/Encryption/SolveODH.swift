public import Coins
public import GameKit
public import Games
public import Primitives

/// Computes the secret exponent behind a public key, and with it the challenge's key.
///
/// Its advantage is (1 − 2^−κ) times the probability that the search for the discrete logarithm succeeds within its budget.
public struct SolveODH<S: HybridScheme>: ODHAdversary where S.Group == CalibratedGroup {
  let logarithm: DiscreteLogarithm

  public init(scheme: S, logarithm: DiscreteLogarithm) { self.logarithm = logarithm }

  /// Says "random" when the key is not the derived one.
  public func play(_ oracle: inout some Oracle<ODHQuery<S>, ODHAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    guard case .publicKey(let recipient) = try oracle.ask(.gen),
      case .challenge(let ephemeral, let keys) = try oracle.ask(.ror([recipient])), let key = keys.first,
      let exponent = logarithm.find(recipient)
    else { return false }
    return try oracle.ask(.derive(logarithm.group.power(ephemeral, exponent), ephemeral: ephemeral)) != .key(key)
  }
}
