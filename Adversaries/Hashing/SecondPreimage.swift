public import Coins
public import GameKit
public import Games

/// Has one point hashed, and searches another one with its digest.
///
/// On the calibrated hash k evaluations succeed with probability exactly 1 − (1 − 2⁻ᵗ)ᵏ.
public struct SecondPreimage<P: PointHash>: Adversary {
  public typealias Query = HashQuery<P>
  public typealias Answer = HashAnswer<P>
  let function: P

  public init(_ function: P) { self.function = function }

  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    guard let target = try oracle.hash(function.point(0)) else { return true }
    for index in 0..<UInt64(oracle.budget[.evaluate]) {
      let point = function.point(index + 1)
      guard try oracle.evaluate(point) == target else { continue }
      return try !oracle.accepts(target, of: point)
    }
    return false
  }
}
