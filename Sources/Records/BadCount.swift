/// How often the bad event occurred.
public struct BadCount: Hashable, Codable, Sendable {
  public let count: UInt64
  public let estimate: Double
  public let lower: Double
  public let upper: Double

  public init(count: UInt64, estimate: Double, lower: Double, upper: Double) {
    (self.count, self.estimate, self.lower, self.upper) = (count, estimate, lower, upper)
  }
}
