internal import Foundation

/// Confidence intervals that hold at all numbers of trials at once, by inverting the betting mixture.
///
/// E is monotone in the bound in both directions, so each limit is one root, searched in the logit of the bound.
public enum ConfidenceSequence {
  /// The one-sided lower limit of a proportion at level `alpha`, the m with E = 1/α against "p ≤ m"; 0 without an event.
  public static func lower(events k: Int, trials n: Int, alpha: Double) -> Probability {
    Require.counts(events: k, trials: n)
    Require.level(alpha)
    guard k > 0 else { return .zero }
    let (estimate, step) = start(events: k, trials: n)
    return Probability(
      logit: Root.find(near: estimate, step: -step) { u in
        -log(alpha) - BettingMixture.refuting(Probability(logit: u)).logE(events: k, trials: n)
      })
  }

  /// The one-sided upper limit of a proportion at level `alpha`, the m with E = 1/α against "p ≥ m"; 1 without a non-event.
  ///
  /// With k = 0 it is the smallest bound that n trials could have certified at all.
  public static func upper(events k: Int, trials n: Int, alpha: Double) -> Probability {
    Require.counts(events: k, trials: n)
    Require.level(alpha)
    guard k < n else { return .one }
    let (estimate, step) = start(events: k, trials: n)
    return Probability(
      logit: Root.find(near: estimate, step: step) { u in
        -log(alpha) - BettingMixture.certifying(Probability(logit: u)).logE(events: k, trials: n)
      })
  }

  /// Two-sided limits of a proportion, each at level `alpha`/2.
  public static func proportion(events k: Int, trials n: Int, alpha: Double) -> ProportionLimits {
    Require.level(alpha)
    return ProportionLimits(
      lower: lower(events: k, trials: n, alpha: alpha / 2), upper: upper(events: k, trials: n, alpha: alpha / 2))
  }

  /// Where the search starts, and its first step, in the logit: the estimate, and about two standard errors.
  private static func start(events k: Int, trials n: Int) -> (logit: Double, step: Double) {
    (log(Double(k) + 0.5) - log(Double(n - k) + 0.5), 2 / sqrt(Double(min(k, n - k)) + 0.25))
  }

  /// The one-sided lower limit at level `alpha` of E[D], D in {−1, 0, 1}: the m with E = 1/α against "E[D] ≤ m"; −1 if every D
  /// was.
  ///
  /// The search runs in u with m = tanh(u/2), which loses no digits near 0 nor near ±1.
  public static func lowerDifference(plus: Int, zero: Int, minus: Int, alpha: Double) -> Double {
    Require.counts([plus, zero, minus])
    Require.level(alpha)
    guard plus + zero > 0 else { return -1 }
    let n = Double(plus + zero + minus) + 1, mean = (Double(plus) - Double(minus)) / n
    let spread = sqrt(Double(plus + minus) + 1) / n
    let u = Root.find(near: 2 * atanh(mean), step: -2 * spread / (1 - mean * mean)) { u in
      let mixture = BettingMixture.difference(tanh(u / 2), above: 2 / (1 + exp(-u)), below: 2 / (1 + exp(u)))
      return -log(alpha) - mixture.logE(plus: plus, zero: zero, minus: minus)
    }
    return tanh(u / 2)
  }

  /// The one-sided upper limit at level `alpha` of E[D], the mirror image.
  public static func upperDifference(plus: Int, zero: Int, minus: Int, alpha: Double) -> Double {
    -lowerDifference(plus: minus, zero: zero, minus: plus, alpha: alpha)
  }

  /// Two-sided limits of E[D], each at level `alpha`/2; `absolute` of it is an interval of |E[D]|.
  public static func difference(plus: Int, zero: Int, minus: Int, alpha: Double) -> Interval {
    Require.level(alpha)
    return Interval(
      lower: lowerDifference(plus: plus, zero: zero, minus: minus, alpha: alpha / 2),
      upper: upperDifference(plus: plus, zero: zero, minus: minus, alpha: alpha / 2))
  }
}
