import Foundation
import Statistics
import TestSupport
import Testing

/// Coverage by full enumeration, and the identities of the exact limits.
@Suite struct ClopperPearsonTests {
  typealias Limits = @Sendable (_ events: Int, _ trials: Int, _ alpha: Double) -> ProportionLimits

  private static let limits: Limits = { ClopperPearson.twoSided(events: $0, trials: $1, alpha: $2) }

  /// The smallest coverage of the limits over a grid of p and the points just outside every limit, where it is worst.
  private static func worstCoverage(trials n: Int, alpha: Double, _ limits: Limits) -> Double {
    let all = (0...n).map { limits($0, n, alpha) }
    var grid: [Double] = (0...200).map { Double($0) / 200 }
    for limits in all { grid += [limits.lower.value * (1 - 1e-9), min(1, limits.upper.value * (1 + 1e-9))] }
    return grid.map { p in
      (0...n).reduce(0) { sum, k in
        all[k].interval.contains(p) ? sum + exp(Binomial.logMass(events: k, trials: n, probability: Probability(p))) : sum
      }
    }.min()!
  }

  @Test(arguments: [0.05, 0.001]) func coverNeverLessThanPromised(alpha: Double) {
    for n in 1...50 {
      let coverage = Self.worstCoverage(trials: n, alpha: alpha, Self.limits)
      #expect(coverage >= 1 - alpha - 1e-12, "\(n) trials: \(coverage)")
    }
  }

  @Test func swappedCountsAreCaught() {
    let swapped: Limits = { ClopperPearson.twoSided(events: $1 - $0, trials: $1, alpha: $2) }
    for n in [2, 10, 50] { #expect(Self.worstCoverage(trials: n, alpha: 0.05, swapped) < 0.95) }
  }

  @Test func halfTheLevelForgottenIsCaught() {
    let oneSided: Limits = {
      ProportionLimits(
        lower: ClopperPearson.lower(events: $0, trials: $1, alpha: $2),
        upper: ClopperPearson.upper(events: $0, trials: $1, alpha: $2))
    }
    #expect(Self.worstCoverage(trials: 50, alpha: 0.05, oneSided) < 0.95)
  }

  @Test func areMirrorImagesAndMonotone() {
    for n in [1, 2, 17, 1000, 1_000_000_007] {
      var last = ProportionLimits(lower: .zero, upper: .zero)
      for k in Set([0, 1, 2, n / 3, n / 2, n - 1, n]).filter({ $0 <= n }).sorted() {
        let limits = ClopperPearson.twoSided(events: k, trials: n, alpha: 0.01)
        #expect(limits.lower == ClopperPearson.twoSided(events: n - k, trials: n, alpha: 0.01).upper.mirrored)
        #expect(limits.interval.contains(Double(k) / Double(n)))
        #expect(limits.upper.value > last.upper.value && (k == 0 || limits.lower.value > last.lower.value))
        last = limits
      }
    }
  }

  @Test func theTailAtTheLimitIsTheLevel() {
    var generator = SplitMix(state: 3)
    for _ in 0..<2000 {
      let n = Int.random(in: 2...(1 << Int.random(in: 2...34, using: &generator)), using: &generator)
      let k = Int.random(in: 1..<n, using: &generator), alpha = pow(10, -Double.random(in: 0.01...12, using: &generator))
      let tail = BinomialTail(events: k, trials: n, probability: ClopperPearson.lower(events: k, trials: n, alpha: alpha))
      // An error of one rounding in p moves ln T by its slope; allow a few.
      #expect(abs(tail.logProbability - log(alpha)) <= 2e-13 + 1e-15 * tail.slope, "\(k) of \(n) at \(alpha)")
    }
  }

  @Test func tailsAddUp() {
    for n in [2, 9, 40] {
      for k in 1...n {
        for p in [0.01, 0.4, 0.93].map(Probability.init(_:)) {
          let direct = (k...n).reduce(0) { $0 + exp(Binomial.logMass(events: $1, trials: n, probability: p)) }
          let tail = exp(BinomialTail(events: k, trials: n, probability: p).logProbability)
          #expect(abs(tail / direct - 1) < 1e-12, "\(k) of \(n), p = \(p.value)")
        }
      }
    }
  }

  @Test func noTrialsSayNothing() {
    #expect(ClopperPearson.twoSided(events: 0, trials: 0, alpha: 0.05).interval == Interval(lower: 0, upper: 1))
    #expect(ConfidenceSequence.proportion(events: 0, trials: 0, alpha: 0.05).interval == Interval(lower: 0, upper: 1))
    #expect(ConfidenceSequence.difference(plus: 0, zero: 0, minus: 0, alpha: 0.05) == Interval(lower: -1, upper: 1))
    #expect(ClopperPearson.pairedDifference(plus: 0, minus: 0, trials: 0, alpha: 0.05) == Interval(lower: -1, upper: 1))
  }
}
