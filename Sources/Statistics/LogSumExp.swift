internal import Foundation

extension Sequence<Double> {
  /// ln Σ exp(x), without overflow; −∞ for an empty sequence. Terms below e⁻⁵⁰ of the largest do not reach the last digit.
  package func logSumExp() -> Double {
    guard let top = self.max(), top > -.infinity else { return -.infinity }
    return top == .infinity ? .infinity : top + log(reduce(0) { $1 > top - 50 ? $0 + exp($1 - top) : $0 })
  }
}
