internal import Foundation
public import Records

/// What the referee concludes from a tally.
public struct Judgement: Sendable {
  public let advantage: Estimate
  public let bad: BadCount
  public let verdict: Verdict
  /// Why, in one sentence.
  public let reason: String
  /// What the verdict excludes; nil for one that excludes nothing above the bound.
  public let ceiling: CeilingRecord?
  /// ln of the evidence (an e-value) against "the advantage is at most the bound"; nil without a numeric bound.
  public let logEvidenceAgainstBound: Double?

  /// The same as a power of ten, within what JSON can say.
  public var log10EvidenceAgainstBound: Double? { logEvidenceAgainstBound.map { min($0 / log(10), 1e308) } }
}
