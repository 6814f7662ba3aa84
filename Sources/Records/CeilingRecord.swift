/// What the verdicts `withinBound` and `boundAttained` exclude: an advantage of `value` or more.
public struct CeilingRecord: Hashable, Codable, Sendable {
  /// As a multiple of the bound.
  public let factor: Double
  public let value: Double

  public init(factor: Double, value: Double) { (self.factor, self.value) = (factor, value) }
}
