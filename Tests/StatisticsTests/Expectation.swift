import Foundation
import Statistics

/// Exact expectations of E over all outcomes of n independent trials.
enum Expectation {
  typealias BinaryLogE = @Sendable (_ events: Int, _ trials: Int, _ bound: Double) -> Double

  /// Σₖ Pr[Bin(n, p) = k] E(k, n; m).
  static func binomial(trials n: Int, probability p: Double, bound m: Double, _ logE: BinaryLogE) -> Double {
    (0...n).reduce(0) { sum, k in
      sum + exp(Binomial.logMass(events: k, trials: n, probability: Probability(p)) + logE(k, n, m))
    }
  }

  /// The sum over all counts of four outcomes with the given probabilities, weighted with the multinomial mass.
  static func multinomial(trials n: Int, _ p: SIMD4<Double>, _ logE: (_ counts: SIMD4<Int>) -> Double) -> Double {
    func term(_ count: Int, _ p: Double) -> Double { count == 0 ? 0 : Double(count) * log(p) - lgamma(Double(count) + 1) }
    var sum = 0.0
    for a in 0...n {
      for b in 0...n - a {
        for c in 0...n - a - b {
          let d = n - a - b - c
          let logMass = lgamma(Double(n) + 1) + term(a, p.x) + term(b, p.y) + term(c, p.z) + term(d, p.w)
          if logMass > -.infinity { sum += exp(logMass + logE(SIMD4(a, b, c, d))) }
        }
      }
    }
    return sum
  }
}
