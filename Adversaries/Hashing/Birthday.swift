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
    var digests = AppendLog<P.Digest>()
    for index in 0..<UInt64(oracle.budget[.evaluate]) {
      let digest = try oracle.evaluate(function.point(index))
      guard let first = digests.firstIndex(of: digest) else {
        digests.append(digest)
        continue
      }
      _ = try oracle.hash(function.point(UInt64(first)))
      return try oracle.hash(function.point(index)) == nil
    }
    return false
  }
}
