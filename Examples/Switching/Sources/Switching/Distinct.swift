import Coins
import GameKit

/// Asks for as many points as its budget allows, and says "permutation" unless two of them have one value.
///
/// With q points it succeeds with probability exactly 1 − ∏ᵢ₌₀^q⁻¹ (1 − i/2ⁿ): nobody does better.
public struct Distinct: Adversary {
  public typealias Query = PointQuery
  public typealias Answer = PointAnswer

  public init() {}

  public func play(_ oracle: inout some Oracle<PointQuery, PointAnswer>, coins: Coins) throws(Forfeit) -> Bool {
    var seen: Set<UInt64> = []
    var point: UInt64 = 0
    while oracle.budget[.evaluate] > 0, case .value(let value) = try oracle.ask(PointQuery(point)) {
      if !seen.insert(value).inserted { return false }
      point += 1
    }
    return true
  }
}
