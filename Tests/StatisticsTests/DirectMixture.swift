import Foundation
import Statistics

/// The definition of the mixture, multiplied out trial by trial and with room for mistakes: the reference of the property tests
/// and the planted twins that they must catch.
struct DirectMixture {
  enum Mistake: CaseIterable {
    /// Weights that sum to 1 beside an all-in wager of 1/4.
    case allInNotNormalised
    /// Logarithms to base 2 taken for natural ones.
    case binaryLogarithm
    /// Half of every wager placed on the other side.
    case twoSidedWager
    /// The loss of a wager forgotten.
    case lossForgotten
  }

  var mistake: Mistake?

  /// ln E against E[X] ≤ m for the outcomes in their order, with gains (x − m)/(m − a).
  func logE(gains: [Double], centre: Double, allIn: Double) -> Double {
    let share = mistake == .allInNotNormalised ? 1 : 1 - allIn
    let total = 1.5 - 1.0 / 26 - 1.0 / 162
    var capital = 0.0
    for j in -24...160 {
      let odds = centre * pow(2, Double(j)), fraction = odds / (1 + odds), rank = Double(abs(j))
      let forwards = gains.reduce(1.0) { $0 * (mistake == .lossForgotten && $1 < 0 ? 1 : 1 + fraction * $1) }
      let worst = gains.map { abs($0) }.max() ?? 1
      let backwards = gains.reduce(1.0) { $0 * (1 - fraction * $1 / max(1, worst)) }
      capital += share / ((rank + 1) * (rank + 2) * total) * (mistake == .twoSidedWager ? (forwards + backwards) / 2 : forwards)
    }
    if allIn > 0 { capital += allIn * gains.reduce(1.0) { $0 * (1 + $1) } }
    return mistake == .binaryLogarithm ? log2(capital) : log(capital)
  }

  func refute(events k: Int, trials n: Int, bound m: Double) -> Double {
    logE(
      gains: Array(repeating: (1 - m) / m, count: k) + Array(repeating: -1, count: n - k), centre: min(1, m / (1 - m)), allIn: 0)
  }

  func certify(events k: Int, trials n: Int, bound m: Double) -> Double {
    logE(
      gains: Array(repeating: -1, count: k) + Array(repeating: m / (1 - m), count: n - k), centre: 2 * min(1, (1 - m) / m),
      allIn: 0.25)
  }

  func difference(plus: Int, zero: Int, minus: Int, bound m: Double) -> Double {
    logE(
      gains: Array(repeating: (1 - m) / (1 + m), count: plus) + Array(repeating: -m / (1 + m), count: zero)
        + Array(repeating: -1, count: minus),
      centre: 2, allIn: 0.25)
  }
}
