import Coins
import GameKit

/// Left: a function drawn lazily, a value for each point when it is first asked for. The bad event is a value that was there
/// before.
public struct RandomFunction: Game {
  let bits: Int
  private var coins = Coins.beforeTheFirstTrial
  private var known: [UInt64: UInt64] = [:]
  private(set) var values = AppendLog<UInt64>()
  private(set) var hasCollision = false

  init(bits: Int) { self.bits = bits }

  public mutating func restart(coins: Coins) {
    self.coins = coins
    known.removeAll(keepingCapacity: true)
    values.removeAll()
    hasCollision = false
  }

  public mutating func answer(_ query: PointQuery) -> PointAnswer {
    guard query.point >> UInt64(bits) == 0 else { return .refused }
    if let value = known[query.point] { return .value(value) }
    let value = coins.bits(bits, for: Label("f", query.point))
    if values.contains(value) { hasCollision = true }
    known[query.point] = value
    values.append(value)
    return .value(value)
  }
}
