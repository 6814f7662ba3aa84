internal import Foundation

extension Sequence<Double> {
  /// ln Σ exp(x), without overflow; −∞ for an empty sequence.
  package func logSumExp() -> Double {
    guard let top = self.max(), top > -.infinity else { return -.infinity }
    return top == .infinity ? .infinity : top + log(reduce(0) { $0 + exp($1 - top) })
  }
}
