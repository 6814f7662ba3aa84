/// A closed interval of real numbers.
public struct Interval: Sendable, Hashable, Codable {
  public let lower: Double
  public let upper: Double

  public init(lower: Double, upper: Double) {
    precondition(lower <= upper, "an interval needs lower <= upper, not \(lower), \(upper)")
    self.lower = lower
    self.upper = upper
  }

  public func contains(_ x: Double) -> Bool { lower <= x && x <= upper }

  /// The interval of −x.
  public var negated: Interval { Interval(lower: -upper, upper: -lower) }

  /// The interval of |x|.
  public var absolute: Interval { Interval(lower: max(0, lower, -upper), upper: max(-lower, upper)) }
}
