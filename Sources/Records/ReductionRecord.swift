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

  public init(claim: String, loss: Double, source: Estimate, target: Estimate, verdict: ReductionVerdict, reason: String) {
    (self.claim, self.loss, self.source, self.target) = (claim, loss, source, target)
    (self.verdict, self.reason) = (verdict, reason)
  }
}
