/// What was measured of a reduction's inequality.
public enum ReductionVerdict: String, CaseIterable, Hashable, Codable, Sendable {
  /// The two events coincide in every trial, or a left side of (1 + slack) times the right one is excluded.
  case holds
  case refuted
  case undecided
  /// Neither event occurred.
  case vacuous
}
