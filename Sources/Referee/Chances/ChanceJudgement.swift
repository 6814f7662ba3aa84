internal import Foundation
public import Records

/// What the referee concludes from chances.
public struct ChanceJudgement: Sendable {
  public let causes: Estimate
  public let bad: Estimate
  public let advantage: Estimate
  public let spread: ChanceRecord.Spread
  public let kinds: [ChanceRecord.Kind]
  public let verdict: Verdict
  /// Why, in one sentence.
  public let reason: String
  public let ceiling: CeilingRecord?
  /// ln of the evidence against "every reported chance is right".
  public let logEvidenceAgainstReports: Double
  /// ln of the evidence against "the advantage is at most the bound"; nil without a numeric bound.
  public let logEvidenceAgainstBound: Double?
}
