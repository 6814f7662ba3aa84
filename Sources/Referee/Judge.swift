internal import Foundation
internal import Records
internal import Statistics

/// Turns counts into statements that stay true whenever the run is stopped.
///
/// The error budget α is split evenly over four statements: the interval of the bad event, the interval of the advantage, the
/// certificate that the bound holds up to the slack, and its refutation, which in addition demands at least 10⁶ : 1.
public struct Judge: Sendable {
  public let alpha: Double
  /// `withinBound` certifies the advantage below bound·(1 + slack), or halfway from the bound to 1 if that is less; a bound that
  /// is attained cannot be certified at itself.
  public let slack: Double
  /// The fraction of the bound from which on it counts as attained.
  static let attained = 0.5

  public init(alpha: Double, slack: Double = 1) {
    precondition(0 < alpha && alpha < 1 && slack > 0)
    (self.alpha, self.slack) = (alpha, slack)
  }

  private var share: Double { alpha / 4 }
  var logCertified: Double { log(1 / share) }
  var logRefuted: Double { log(max(1 / share, 1e6)) }

  public func judge(_ tally: Tally, measure: Measure, bound: Double?) -> Judgement {
    let bad = badCount(tally)
    let advantage = advantage(tally, measure, bad)
    let evidence = bound.map { logEvidence(tally, measure, against: $0) }
    let (verdict, reason) = verdict(tally, measure, bound, advantage, evidence)
    return Judgement(
      advantage: advantage, bad: bad, verdict: verdict, reason: reason,
      ceiling: [.withinBound, .boundAttained].contains(verdict.kind) ? bound.map { ceiling(of: $0).record } : nil,
      logEvidenceAgainstBound: evidence)
  }

  /// The smallest advantage that a run of so many trials could have told from none: the upper limit after a run in which nothing
  /// happened, or, with unrelated coins, in which the bits of two fair worlds differed as often as they do.
  public func smallestShowable(trials: UInt64, measure: Measure) -> Double {
    let n = Int(trials)
    switch measure {
    case .winning, .coupledWorlds: return ConfidenceSequence.proportion(events: 0, trials: n, alpha: share).upper.value
    case .independentWorlds:
      guard n > 0 else { return 1 }
      return ConfidenceSequence.difference(plus: n / 4, zero: n - 2 * (n / 4), minus: n / 4, alpha: share).upper
    }
  }

  /// Whether so many trials could keep an advantage below what a certificate of this bound excludes, if nothing happened in them.
  public func canCertify(_ bound: Double, trials: UInt64, measure: Measure) -> Bool {
    smallestShowable(trials: trials, measure: measure) <= ceiling(of: bound).record.value
  }

  // MARK: Estimates

  /// A probability with its interval; a forfeited trial counts as no event below and as an event above.
  func estimate(events: UInt64, forfeits: UInt64, trials: UInt64) -> Estimate {
    let (k, n) = (Int(events), Int(trials))
    let lower = ConfidenceSequence.proportion(events: k, trials: n, alpha: share).lower.value
    let upper = ConfidenceSequence.proportion(events: min(n, k + Int(forfeits)), trials: n, alpha: share).upper.value
    return Estimate(estimate: n == 0 ? 0 : Double(k) / Double(n), lower: lower, upper: upper, error: share)
  }

  private func badCount(_ tally: Tally) -> BadCount {
    let estimate = estimate(events: tally.bad, forfeits: tally.forfeits, trials: tally.trials)
    return BadCount(count: tally.bad, estimate: estimate.estimate, lower: estimate.lower, upper: estimate.upper)
  }

  private func advantage(_ tally: Tally, _ measure: Measure, _ bad: BadCount) -> Estimate {
    if case .winning = measure {
      return Estimate(estimate: bad.estimate, lower: bad.lower, upper: bad.upper, error: share)
    }
    let counts = PairedCounts(tally)
    guard counts.trials > 0 else { return Estimate(estimate: 0, lower: 0, upper: 1, error: share) }
    func interval(_ plus: Int, _ minus: Int) -> Interval {
      ConfidenceSequence.difference(plus: plus, zero: counts.trials - plus - minus, minus: minus, alpha: share)
    }
    // Forfeited trials may hide anything between these two; 0 may lie in between even where it lies in neither.
    let difference = Interval(
      lower: interval(counts.plus, counts.minus + counts.forfeits).lower,
      upper: interval(counts.plus + counts.forfeits, counts.minus).upper
    ).absolute
    var (upper, error) = (difference.upper, share)
    if case .coupledWorlds = measure, tally.violations == 0 {
      // Both intervals must hold for the smaller of their upper limits.
      (upper, error) = (min(upper, bad.upper), 2 * share)
    }
    let estimate = abs(Double(counts.plus - counts.minus)) / Double(counts.trials)
    return Estimate(estimate: estimate, lower: min(difference.lower, upper), upper: upper, error: error)
  }

  // MARK: Evidence

  /// ln E against what the bound claims: that it covers the advantage and, where the worlds are coupled, the bad event too. The
  /// average of the e-values from the bad event and from the bits. A forfeited trial counts as whatever speaks least against the
  /// bound: as one without the bad event, unless that was seen, and with bits that differ in the other direction.
  private func logEvidence(_ tally: Tally, _ measure: Measure, against bound: Double) -> Double {
    let fromBad = BettingMixture.refuteLogE(events: Int(tally.bad), trials: Int(tally.trials), bound: bound)
    let counts = PairedCounts(tally)
    let fromBits = BettingMixture.refuteAbsoluteLogE(
      plus: counts.plus, zero: counts.zero, minus: counts.minus, unknown: counts.forfeits, bound: bound)
    return switch measure {
    case .winning: fromBad
    case .independentWorlds: fromBits
    case .coupledWorlds: [fromBad, fromBits].logSumExp() - log(2)
    }
  }

  /// ln E against "the advantage is at least `bound`".
  private func logCertificate(_ tally: Tally, _ measure: Measure, below bound: Double) -> Double {
    let events = min(tally.trials, tally.bad + tally.forfeits)
    let fromBad = BettingMixture.certifyLogE(events: Int(events), trials: Int(tally.trials), bound: bound)
    let counts = PairedCounts(tally)
    // A forfeited trial may hide an advantage in either direction.
    let fromBits = min(
      BettingMixture.certifyAbsoluteLogE(
        plus: counts.plus + counts.forfeits, zero: counts.zero, minus: counts.minus, bound: bound),
      BettingMixture.certifyAbsoluteLogE(
        plus: counts.plus, zero: counts.zero, minus: counts.minus + counts.forfeits, bound: bound))
    return switch measure {
    case .winning: fromBad
    case .independentWorlds: fromBits
    case .coupledWorlds: max(fromBad, fromBits) - log(2)
    }
  }

  // MARK: Verdict

  private func verdict(
    _ tally: Tally, _ measure: Measure, _ bound: Double?, _ advantage: Estimate, _ evidence: Double?
  ) -> (Verdict, String) {
    if let first = tally.firstViolation {
      let why = "trial \(first.trial): \(first.violation)"
      return (.invalid(why: why), "lockstep found \(tally.violations) counterexamples, the first in \(why)")
    }
    if tally.trials > 0, tally.forfeits == tally.trials, let forfeit = tally.firstForfeit {
      return (.forfeit(why: forfeit.description), "every trial was forfeited: \(forfeit)")
    }
    guard let bound, let evidence else {
      return advantage.lower > 0
        ? (.advantageShown(atLeast: advantage.lower), "the whole interval lies above 0")
        : (
          .noAdvantageShown(atMost: advantage.upper),
          "0 lies in the interval"
            + (badCount(tally).lower > 0 ? "; but the bad event is seen, and the assumption pays for it" : "")
        )
    }
    if evidence >= logRefuted {
      let exceeding =
        if case .independentWorlds = measure { advantage.lower } else { max(advantage.lower, badCount(tally).lower) }
      return (.boundExceeded(atLeast: exceeding), "the evidence against the bound is \(Self.odds(evidence))")
    }
    if bound == 0 {
      let witness = if case .independentWorlds = measure { "the bits do not contradict it" } else { "no trial contradicts it" }
      return (.noAdvantageShown(atMost: advantage.upper), "the bound is 0 and \(witness)")
    }
    return standing(against: bound, advantage) { logCertificate(tally, measure, below: $0) }
  }

  /// What is said of a bound that is not refuted.
  func standing(against bound: Double, _ advantage: Estimate, certificate: (Double) -> Double) -> (Verdict, String) {
    if bound >= 1 {
      return (.inconclusive(why: "a bound of 1 or more"), "a bound of 1 or more can be neither exceeded nor shown to be kept")
    }
    let ceiling = ceiling(of: bound)
    guard certificate(ceiling.record.value) >= logCertified else {
      return (
        .inconclusive(why: "too few trials"),
        "neither \"above the bound\" nor \"at or above \(ceiling.words)\" can be rejected yet"
      )
    }
    let reach =
      advantage.upper <= bound
      ? "the whole interval lies below the bound"
      : "the interval reaches \((advantage.upper / bound * 100).rounded(.up) / 100) times the bound"
    if advantage.lower >= Self.attained * bound {
      return (
        .boundAttained(lowerFraction: advantage.lower / bound, upperFraction: advantage.upper / bound),
        "at least half of the bound is reached, and \(ceiling.words) is excluded; \(reach)"
      )
    }
    return (.withinBound(atMost: advantage.upper), "\(ceiling.words) is excluded; \(reach)")
  }

  /// What a certificate excludes: from a third on, the bound with its slack would come near 1 and beyond, where every run would
  /// be certified.
  func ceiling(of bound: Double) -> (record: CeilingRecord, words: String) {
    let (slackened, halfway) = (bound * (1 + slack), (1 + bound) / 2)
    return slackened <= halfway
      ? (CeilingRecord(factor: 1 + slack, value: slackened), "\(1 + slack) times the bound")
      : (CeilingRecord(factor: halfway / bound, value: halfway), "halfway from the bound to 1")
  }

  /// E-values of long runs outgrow every number that people can read.
  static func odds(_ logEvidence: Double) -> String {
    guard logEvidence.isFinite else { return "conclusive: it leaves no room for what occurred" }
    let exponent = Int(logEvidence / log(10))
    return exponent > 1000 ? "above 10^1000 : 1" : "10^\(exponent) : 1"
  }
}

/// The counts of D = right bit − left bit.
private struct PairedCounts {
  let trials: Int
  let plus: Int
  let minus: Int
  let forfeits: Int
  /// Trials that were not forfeited and in which the bits agree.
  var zero: Int { trials - plus - minus - forfeits }

  init(_ tally: Tally) {
    trials = Int(tally.trials)
    plus = Int(tally.bits.onlySecond)
    minus = Int(tally.bits.onlyFirst)
    forfeits = Int(tally.forfeits)
  }
}
