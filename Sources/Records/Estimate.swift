/// A measured probability or advantage, with an interval that stays valid whenever the run was stopped.
public struct Estimate: Hashable, Codable, Sendable {
  public let estimate: Double
  public let lower: Double
  public let upper: Double
  /// The error probability of the interval.
  public let error: Double
  /// One minus that, as near as a number can say it.
  public let confidence: Double

  public init(estimate: Double, lower: Double, upper: Double, error: Double) {
    (self.estimate, self.lower, self.upper, self.error) = (estimate, lower, upper, error)
    confidence = 1 - error
  }
}
