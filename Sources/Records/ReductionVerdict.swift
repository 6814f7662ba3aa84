/// What was measured of a reduction's inequality.
public enum ReductionVerdict: String, CaseIterable, Hashable, Codable, Sendable {
  /// The two events coincide in every trial, or a left side of (1 + slack) times the right one or more is excluded; a smaller
  /// excess is not.
  case holds
  case refuted
  case undecided
  /// Neither event occurred, and no trial was forfeited.
  case vacuous
}
