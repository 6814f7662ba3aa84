/// Both sides of the inequality that a reduction proves.
public struct ReductionRecord: Hashable, Codable, Sendable {
  /// The inequality in words, for example `Pr[UF(A)] ≤ q_gen·Pr[UF₁(C(A))]`.
  public let claim: String
  public let loss: Double
  /// The probability on the left-hand side.
  public let source: Estimate
  /// The probability on the right-hand side, before the loss factor.
  public let target: Estimate
  /// For the inequality as stated.
  public let verdict: ReductionVerdict
  public let reason: String
  /// Where it holds, the multiple of the right side at or above which the left one is excluded: 1 where the events coincide.
  public let ceiling: Double?
  /// For a reduction that plants its challenge at one of `loss` places: the mean number of places at which its event occurs. It
  /// equals `loss` times the right side's probability if the reduction is what it says.
  public let exactly: Double?
  /// What it asks of its target, beside what it is charged; nil where that is not measured.
  public let resources: [WorkRecord]?

  public init(
    claim: String, loss: Double, source: Estimate, target: Estimate, verdict: ReductionVerdict, reason: String,
    ceiling: Double? = nil, exactly: Double? = nil, resources: [WorkRecord]? = nil
  ) {
    (self.claim, self.loss, self.source, self.target) = (claim, loss, source, target)
    (self.verdict, self.reason, self.ceiling) = (verdict, reason, ceiling)
    (self.exactly, self.resources) = (exactly, resources)
  }
}
