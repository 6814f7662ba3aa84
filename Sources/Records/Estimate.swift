/// A measured probability or advantage, with an interval that stays valid whenever the run was stopped.
public struct Estimate: Hashable, Codable, Sendable {
  public let estimate: Double
  public let lower: Double
  public let upper: Double
  /// One minus the error probability of the interval.
  public let confidence: Double

  public init(estimate: Double, lower: Double, upper: Double, confidence: Double) {
    (self.estimate, self.lower, self.upper, self.confidence) = (estimate, lower, upper, confidence)
  }
}
