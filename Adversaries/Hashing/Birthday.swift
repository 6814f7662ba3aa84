public import Coins
public import GameKit
public import Games

/// Evaluates as many points as its budget allows, and shows the service the first two that collide.
///
/// On the calibrated hash k evaluations succeed with probability exactly 1 − ∏ᵢ₌₀ᵏ⁻¹ (1 − i/2ᵗ).
public struct Birthday<P: PointHash>: Adversary {
  public typealias Query = HashQuery<P>
  public typealias Answer = HashAnswer<P>
  let function: P

  public init(_ function: P) { self.function = function }

  /// Says "ideal" when a digest that the function has is denied.
  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    guard let collision = try Collision(of: function, &oracle) else { return false }
    _ = try oracle.hash(collision.first)
    return try oracle.hash(collision.second) == nil
  }
}
