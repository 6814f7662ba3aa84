import Foundation
import Statistics

/// Robbins' conjugate mixture, which the referee does *not* use: it tests p = m, not p ≤ m, and serves as a negative control.
struct BetaMixture {
  let a: Double
  let b: Double

  /// ln E = ln B(a+k, b+n−k) − ln B(a, b) − k ln p − (n−k) ln(1−p), in saddle-point form.
  func logE(events k: Int, trials n: Int, probability p: Probability) -> Double {
    let x = a + Double(k), y = b + Double(n - k), total = x + y
    return Binomial.deviance(x, total * p.value) + Binomial.deviance(y, total * p.complement)
      + a * log(p.value) + b * log(p.complement) + log(2 * .pi * total / (x * y)) / 2
      + Binomial.stirlingRemainder(x) + Binomial.stirlingRemainder(y) - Binomial.stirlingRemainder(total)
      - (lgamma(a) + lgamma(b) - lgamma(a + b))
  }

  /// The p on either side of the estimate where E = 1/α, by bisection on the logit.
  func limits(events k: Int, trials n: Int, alpha: Double) -> (lower: Probability, upper: Probability) {
    let estimate = log((Double(k) + a) / (Double(n - k) + b))
    func side(_ far: Double) -> Probability {
      var (inside, outside) = (estimate, far)
      for _ in 0..<200 {
        let middle = (inside + outside) / 2
        if logE(events: k, trials: n, probability: Probability(logit: middle)) < -log(alpha) {
          inside = middle
        } else {
          outside = middle
        }
      }
      return Probability(logit: outside)
    }
    return (k == 0 ? .zero : side(-700), k == n ? .one : side(700))
  }
}
