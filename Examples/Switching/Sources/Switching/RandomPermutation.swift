import Coins
import GameKit

/// Right: a permutation drawn lazily. It takes the function's value unless another point has it, and else one of those that are
/// left.
public struct RandomPermutation: Game {
  let bits: Int
  let twin: Switching.Twin?
  private var coins = Coins.beforeTheFirstTrial
  private var known: [UInt64: UInt64] = [:]
  private(set) var values = AppendLog<UInt64>()

  init(bits: Int, twin: Switching.Twin?) { (self.bits, self.twin) = (bits, twin) }

  public mutating func restart(coins: Coins) {
    self.coins = coins
    known.removeAll(keepingCapacity: true)
    values.removeAll()
  }

  public mutating func answer(_ query: PointQuery) -> PointAnswer {
    guard query.point >> UInt64(bits) == 0 else { return .refused }
    if let value = known[query.point] { return .value(value) }
    var value = coins.bits(bits, for: Label("f", query.point))
    let isNever = twin == .neverZero && value == 0
    if isNever || values.contains(value) {
      guard let other = left(query.point) else { return .refused }
      value = other
    }
    known[query.point] = value
    values.append(value)
    return .value(value)
  }

  /// One of the values that no point has; nil if there is none.
  private func left(_ point: UInt64) -> UInt64? {
    let taken = Set(values.elements).union(twin == .neverZero ? [0] : []).sorted()
    let count = 1 << UInt64(bits) - UInt64(taken.count)
    guard count > 0 else { return nil }
    // The rank among those that are left: one higher for each taken value that is not above it.
    return taken.reduce(coins.uniform(below: count, for: Label("rest", point))) { $1 <= $0 ? $0 + 1 : $0 }
  }
}
