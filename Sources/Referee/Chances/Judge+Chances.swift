internal import Foundation
public import GameKit
internal import Records
internal import Statistics

/// Statements from chances. Half of the error budget is split over the sum of the chances, the bad event and the advantage; a
/// quarter is the certificate's, as where trials are counted, and an eighth each the refutation's and the test of the reports',
/// which demand at least 10⁶ : 1 besides.
extension Judge {
  public func judge(_ tally: ChanceTally, measure: Measure, bound: Double?) -> ChanceJudgement {
    let counts = Counts(tally)
    let causes = estimate(counts.causes, counts.sums, tally)
    let bad = estimate(counts.bad, counts.forced(tally.bad), tally)
    let advantage = measure.isWinning ? bad : advantage(counts, tally, causes)
    let reports = counts.logEvidenceAgainstReports
    let evidence = bound.map { logEvidence(counts, tally, measure, against: $0) }
    let (verdict, reason) = verdict(counts, tally, measure, bound, bad, advantage, reports, evidence)
    return ChanceJudgement(
      causes: causes, bad: bad, advantage: advantage, spread: counts.spread(tally), kinds: counts.kinds, verdict: verdict,
      reason: reason,
      ceiling: [.withinBound, .boundAttained].contains(verdict.kind) ? bound.map { ceiling(of: $0).record } : nil,
      logEvidenceAgainstReports: reports, logEvidenceAgainstBound: evidence)
  }

  private var part: Double { alpha / 6 }
  private var logOddsRefuted: Double { log(max(8 / alpha, 1e6)) }

  /// The smallest advantage that so many trials could have told from none by chances: the upper limit after trials in which
  /// nobody made a move.
  public func smallestShowable(trials: UInt64, most: Double) -> Double {
    guard trials > 0, most > 0 else { return min(1, most) }
    let unit = BoundedMean(in: Interval(lower: 0, upper: 1))
    return min(1, (unit.upper(Histogram([(0, Int(trials))]), alpha: part / 2) * most).outward(.up))
  }

  /// About as many trials as counting would take to certify a bound, if nothing happened in them: limits without an event are
  /// inversely proportional to their number.
  public func countingNeeds(toCertify bound: Double, measure: Measure) -> Double {
    let trials: UInt64 = 1 << 20
    return Double(trials) * smallestShowable(trials: trials, measure: measure) / ceiling(of: bound).record.value
  }

  // MARK: Estimates

  private func estimate(_ ends: (lower: Histogram, upper: Histogram), _ mean: Double, _ tally: ChanceTally) -> Estimate {
    guard tally.trials > 0, tally.most > 0 else {
      return Estimate(estimate: 0, lower: 0, upper: tally.trials > 0 ? 0 : min(1, tally.most), error: part)
    }
    let range = BoundedMean(in: Interval(lower: 0, upper: 1))
    let lower = range.lower(ends.lower, alpha: part / 2) * tally.most,
      upper = range.upper(ends.upper, alpha: part / 2) * tally.most
    // Chances add up to a probability on average; in a run they may come to more than 1.
    let most = min(1, upper.outward(.up))
    return Estimate(estimate: min(1, mean), lower: min(lower.outward(.down), most), upper: most, error: part)
  }

  private func advantage(_ counts: Counts, _ tally: ChanceTally, _ causes: Estimate) -> Estimate {
    guard tally.trials > 0, tally.most > 0 else {
      return Estimate(estimate: 0, lower: 0, upper: tally.trials > 0 ? 0 : 1, error: part)
    }
    let range = BoundedMean(in: Interval(lower: -1, upper: 1))
    let signed = Interval(
      lower: range.lower(counts.bits.lower, alpha: part / 2), upper: range.upper(counts.bits.upper, alpha: part / 2))
    // Both intervals must hold for the smaller of their upper limits.
    let upper = min((signed.absolute.upper * tally.most).outward(.up), causes.upper)
    return Estimate(
      estimate: min(1, abs(counts.forced(tally.bits))), lower: min((signed.absolute.lower * tally.most).outward(.down), upper),
      upper: upper, error: 2 * part)
  }

  // MARK: Evidence

  /// ln E against "the bound covers the advantage and, where the worlds are coupled, the bad event".
  private func logEvidence(_ counts: Counts, _ tally: ChanceTally, _ measure: Measure, against bound: Double) -> Double {
    guard tally.trials > 0, tally.most > bound else { return 0 }
    let m = bound / tally.most
    let fromBad = BoundedMean(in: Interval(lower: 0, upper: 1)).refuteLogE(counts.bad.lower, bound: m)
    if measure.isWinning { return fromBad }
    let range = BoundedMean(in: Interval(lower: -1, upper: 1))
    let fromBits =
      [
        range.refuteLogE(counts.bits.lower, bound: m), range.refuteLogE(counts.bits.upper.negated, bound: m),
      ].logSumExp() - log(2)
    return [fromBad, fromBits].logSumExp() - log(2)
  }

  /// ln E against "the advantage is at least `bound`".
  private func logCertificate(_ counts: Counts, _ tally: ChanceTally, _ measure: Measure, below bound: Double) -> Double {
    guard tally.trials > 0 else { return 0 }
    guard tally.most >= bound else { return .infinity }
    let m = bound / tally.most
    let unit = BoundedMean(in: Interval(lower: 0, upper: 1))
    let fromCauses = unit.certifyLogE(counts.causes.upper, bound: m)
    if measure.isWinning { return max(fromCauses, unit.certifyLogE(counts.bad.upper, bound: m)) - log(2) }
    let range = BoundedMean(in: Interval(lower: -1, upper: 1))
    let fromBits = min(
      range.certifyLogE(counts.bits.upper, bound: m), range.certifyLogE(counts.bits.lower.negated, bound: m))
    return max(fromCauses, fromBits) - log(2)
  }

  // MARK: Verdict

  private func verdict(
    _ counts: Counts, _ tally: ChanceTally, _ measure: Measure, _ bound: Double?, _ bad: Estimate, _ advantage: Estimate,
    _ reports: Double, _ evidence: Double?
  ) -> (Verdict, String) {
    if let first = tally.first {
      let why = "trial \(first.trial): \(first.violation)"
      return (.invalid(why: why), "the account of chances found \(tally.violations) counterexamples, the first in \(why)")
    }
    if reports >= logOddsRefuted {
      let why = "the reported chances are not those with which moves succeed"
      return (.invalid(why: why), "\(why): the evidence is \(Self.odds(reports))")
    }
    guard let bound, let evidence else {
      return advantage.lower > 0
        ? (.advantageShown(atLeast: advantage.lower), "the whole interval lies above 0")
        : (.noAdvantageShown(atMost: advantage.upper), "0 lies in the interval")
    }
    if evidence >= logOddsRefuted {
      return (
        .boundExceeded(atLeast: max(advantage.lower, measure.isWinning ? 0 : bad.lower)),
        "the evidence against the bound is \(Self.odds(evidence))"
      )
    }
    return standing(against: bound, advantage) { logCertificate(counts, tally, measure, below: $0) }
  }
}

/// What is read of a tally of chances, in multiples of `most`.
private struct Counts {
  let causes, bits, bad: (lower: Histogram, upper: Histogram)
  let kinds: [ChanceRecord.Kind]
  let logEvidenceAgainstReports: Double
  /// The mean of the sums of chances.
  let sums: Double
  private let most: Double

  init(_ tally: ChanceTally) {
    func ends(_ spans: [ChanceTally.Span: UInt64]) -> (lower: Histogram, upper: Histogram) {
      (ChanceTally.histogram(spans, \.lower), ChanceTally.histogram(spans, \.upper))
    }
    (causes, bits, bad, most) = (ends(tally.causes), ends(tally.bits), ends(tally.bad), tally.most)
    // In one order on every machine: sums of floating-point numbers depend on it.
    let reports = tally.reports.sorted { a, b in
      (a.key.kind.rawValue, a.key.chance.denominator, a.key.chance.numerator)
        < (b.key.kind.rawValue, b.key.chance.denominator, b.key.chance.numerator)
    }
    let n = Double(max(1, tally.trials))
    kinds = Move.Kind.allCases.compactMap { kind in
      let own = reports.filter { $0.key.kind == kind }
      guard !own.isEmpty else { return nil }
      return ChanceRecord.Kind(
        kind: kind.words,
        mean: own.reduce(0) { $0 + $1.key.chance.value * Double($1.value.misses + $1.value.hits) } / n,
        moves: own.reduce(0) { $0 + $1.value.misses + $1.value.hits }, successes: own.reduce(0) { $0 + $1.value.hits })
    }.sorted { ($1.mean, $0.kind) < ($0.mean, $1.kind) }
    sums = kinds.reduce(0) { $0 + $1.mean }
    logEvidenceAgainstReports = ChanceTest.logE(
      reports.filter { $0.key.chance.value < 1 }.map {
        ChanceTest.Count(chance: $0.key.chance.value, misses: Int($0.value.misses), hits: Int($0.value.hits))
      })
  }

  func spread(_ tally: ChanceTally) -> ChanceRecord.Spread {
    ChanceRecord.Spread(causes: spread(of: tally.causes), bad: spread(of: tally.bad), advantage: spread(of: tally.bits))
  }

  private func spread(of spans: [ChanceTally.Span: UInt64]) -> Double? {
    let sorted = spans.sorted { ($0.key.lower, $0.key.upper) < ($1.key.lower, $1.key.upper) }
    let values = sorted.map { (value: (Double($0.key.lower) + Double($0.key.upper)) / 2, count: Double($0.value)) }
    let count = values.reduce(0) { $0 + $1.count }, mean = values.reduce(0) { $0 + $1.value * $1.count } / count
    guard count > 0, mean != 0 else { return nil }
    let variance = values.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) * $1.count } / count
    return variance.squareRoot() / abs(mean)
  }

  /// The mean of forced values, each in the middle of its span.
  func forced(_ spans: [ChanceTally.Span: UInt64]) -> Double {
    let sorted = spans.sorted { ($0.key.lower, $0.key.upper) < ($1.key.lower, $1.key.upper) }
    let count = sorted.reduce(0) { $0 + Double($1.value) }
    guard count > 0 else { return 0 }
    let middle = sorted.reduce(0) { $0 + (Double($1.key.lower) + Double($1.key.upper)) / 2 * Double($1.value) }
    return middle / count / Double(ChanceTally.steps) * most
  }
}

extension Histogram {
  /// Of −X.
  fileprivate var negated: Histogram { Histogram(bins.map { (-$0.value, $0.count) }) }
}

extension Double {
  /// What a few roundings may have taken away.
  fileprivate func outward(_ direction: FloatingPointRoundingRule) -> Double {
    let slack = abs(self) * 0x1p-45
    return direction == .down ? Swift.max(0, self - slack) : self + slack
  }
}

extension Move.Kind {
  /// As people read it.
  public var words: String {
    switch self {
    case .signature: "guessed signature"
    case .operatorSignature: "guessed operator's signature"
    case .hsmSignature: "guessed HSM's signature"
    case .identityKey: "equal identity keys"
    case .digest: "equal digests"
    case .tag: "guessed tag"
    case .cipherKey: "guessed cipher key"
    case .nonce: "equal nonces"
    case .logarithm: "logarithms"
    }
  }
}
