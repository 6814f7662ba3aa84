public import Coins
public import GameKit
public import Games
public import Primitives

/// Asks for all honest keys, then makes keys of its own until one of them is among those it has seen.
///
/// With κ random bits a key, q keys in all repeat with probability exactly 1 − ∏ᵢ₌₀^q⁻¹ (1 − i/2^κ).
public struct RepeatKeys<S: SignatureScheme>: Adversary {
  public typealias Query = KeyQuery
  public typealias Answer = KeyAnswer<S>

  public init() {}

  /// Says "ideal" when a key is refused.
  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    while oracle.budget[.honest] > 0 { if try oracle.ask(.honest) == .refused { return true } }
    while oracle.budget[.rogue] > 0 { if try oracle.ask(.rogue) == .refused { return true } }
    return false
  }
}
