internal import Foundation

/// Confidence intervals that hold at all numbers of trials at once, by inverting the betting mixture.
///
/// E is monotone in the bound in both directions, so each limit is one root, searched in the logit of the bound.
public enum ConfidenceSequence {
  /// Two-sided limits of a proportion at level `alpha`: the lower solves E = 2/α against "p ≤ m", the upper against "p ≥ m".
  public static func proportion(events k: Int, trials n: Int, alpha: Double) -> ProportionLimits {
    Require.counts(events: k, trials: n)
    Require.level(alpha)
    let threshold = log(2 / alpha), estimate = log(Double(k) + 0.5) - log(Double(n - k) + 0.5)
    let step = 2 / sqrt(Double(min(k, n - k)) + 0.25)
    let lower = k == 0 ? Probability.zero : Probability(logit: Root.find(near: estimate, step: -step) { u in
      threshold - BettingMixture.refuting(Probability(logit: u)).logE(events: k, trials: n)
    })
    let upper = k == n ? Probability.one : Probability(logit: Root.find(near: estimate, step: step) { u in
      threshold - BettingMixture.certifying(Probability(logit: u)).logE(events: k, trials: n)
    })
    return ProportionLimits(lower: lower, upper: upper)
  }

  /// Two-sided limits of E[D], D in {−1, 0, 1}, at level `alpha`, from the e-process of the difference.
  public static func difference(plus: Int, zero: Int, minus: Int, alpha: Double) -> Interval {
    Require.counts(plus, zero, minus)
    Require.level(alpha)
    return Interval(
      lower: lowerDifference(plus: plus, zero: zero, minus: minus, alpha: alpha),
      upper: -lowerDifference(plus: minus, zero: zero, minus: plus, alpha: alpha))
  }

  /// The m with E = 2/α against "E[D] ≤ m"; the search runs in u with m = tanh(u/2), which is exact near 0 and near ±1.
  private static func lowerDifference(plus: Int, zero: Int, minus: Int, alpha: Double) -> Double {
    guard plus + zero > 0 else { return -1 }
    let threshold = log(2 / alpha), n = Double(plus + zero + minus)
    let mean = (Double(plus) - Double(minus)) / (n + 1), spread = sqrt(Double(plus + minus) + 1) / (n + 1)
    let u = Root.find(near: 2 * atanh(mean), step: -2 * spread / (1 - mean * mean)) { u in
      let mixture = BettingMixture.difference(tanh(u / 2), above: 2 / (1 + exp(-u)), below: 2 / (1 + exp(u)))
      return threshold - mixture.logE(plus: plus, zero: zero, minus: minus)
    }
    return tanh(u / 2)
  }
}
