internal import Foundation

/// Exact confidence limits of a proportion for a number of trials that was fixed beforehand.
///
/// The one-sided lower limit L at level α solves Pr[Bin(n, L) ≥ k] = α; the upper limit is U(k, n) = 1 − L(n − k, n).
/// Source: Clopper and Pearson, Biometrika 26, 1934. These limits do **not** survive a user who looks and then decides whether
/// to go on; `ConfidenceSequence` does.
public enum ClopperPearson {
  /// The one-sided lower limit at level `alpha`; 0 without an event.
  public static func lower(events k: Int, trials n: Int, alpha: Double) -> Probability {
    Require.counts(events: k, trials: n)
    Require.level(alpha)
    if k == 0 { return .zero }
    if k == n {
      let exponent = log(alpha) / Double(n)
      return Probability(value: exp(exponent), complement: -expm1(exponent))
    }
    return newton(events: k, trials: n, logLevel: log(alpha))
  }

  /// The one-sided upper limit at level `alpha`; 1 without a non-event.
  public static func upper(events k: Int, trials n: Int, alpha: Double) -> Probability {
    Require.counts(events: k, trials: n)
    return lower(events: n - k, trials: n, alpha: alpha).mirrored
  }

  /// Both limits, each at level `alpha`/2; everything when there were no trials.
  public static func twoSided(events k: Int, trials n: Int, alpha: Double) -> ProportionLimits {
    Require.level(alpha)
    return ProportionLimits(
      lower: lower(events: k, trials: n, alpha: alpha / 2), upper: upper(events: k, trials: n, alpha: alpha / 2))
  }

  /// The smallest n such that n trials without an event show Pr[event] ≤ `delta`: (1 − δ)ⁿ ≤ α, the "rule of three". For whoever
  /// plans a run of fixed length; no part of the referee, which may stop at any time.
  public static func trialsWithoutEvent(certifying delta: Double, alpha: Double) -> Int {
    Require.level(alpha)
    precondition(delta > 0 && delta < 1, "delta must lie strictly between 0 and 1, not \(delta)")
    let trials = (log(alpha) / log1p(-delta)).rounded(.up)
    precondition(trials <= 0x1p53, "delta = \(delta) needs more than 2^53 trials")
    return Int(trials)
  }

  /// Newton's iteration for ln Pr[Bin(n, p) ≥ k] = ln α in the logit of p, where the left side is increasing and concave, so
  /// that it converges from any start. The odds are the variable: a step multiplies them, and no digit is lost to a large logit.
  private static func newton(events k: Int, trials n: Int, logLevel: Double) -> Probability {
    var p = Probability(odds: Double(k) / Double(n - k))
    var previous = Double.infinity
    for _ in 0..<200 {
      let tail = BinomialTail(events: k, trials: n, probability: p)
      let step = (logLevel - tail.logProbability) / tail.slope
      p = Probability(odds: p.odds * exp(step))
      if abs(step) <= 0x1p-51 || (abs(step) < 1e-9 && abs(step) >= previous / 2) { return p }
      previous = abs(step)
    }
    preconditionFailure("Clopper-Pearson did not converge for \(k) of \(n) at ln alpha = \(logLevel)")
  }
}
