public import Coins
public import GameKit
public import Games
public import Primitives

/// Asks for the key of X·g, which is Xʸ·gʸ where group elements are keys, and divides: the challenge's key without an attack on
/// the group.
///
/// A derivation that hashes the element stops it.
public struct ShiftEphemeral<S: HybridScheme>: ODHAdversary
where S.Group == CalibratedGroup, S.Cipher.Key == CalibratedAEAD.Key {
  let group: CalibratedGroup

  public init(scheme: S) { group = scheme.group }

  /// Says "random" when the key is not the quotient.
  public func play(_ oracle: inout some Oracle<ODHQuery<S>, ODHAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    guard case .publicKey(let recipient) = try oracle.ask(.gen),
      case .challenge(let ephemeral, let keys) = try oracle.ask(.ror([recipient])), let key = keys.first,
      case .key(let shifted) = try oracle.ask(.hash(recipient, group.product(ephemeral, group.generator))),
      shifted.value < group.p, key.value < group.p
    else { return true }
    return group.product(CalibratedGroup.Element(key.value), recipient) != CalibratedGroup.Element(shifted.value)
  }
}
