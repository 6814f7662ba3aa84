/// Where the interval of an advantage lies beside the bound.
public enum BoundStanding: String, Hashable, Codable, Sendable {
  /// The whole interval lies at or below the bound: it is kept.
  case below
  /// The bound lies in the interval.
  case across
  case above

  public init(of advantage: Estimate, against bound: Double) {
    self = advantage.upper <= bound ? .below : advantage.lower > bound ? .above : .across
  }
}
