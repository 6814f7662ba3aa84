public import Records

/// What a reader can say of a run before it: how near the adversary comes to the bound.
public enum Guess: String, CaseIterable, Sendable {
  case nothing, less, attained, more

  public var words: String {
    switch self {
    case .nothing: "no advantage that shows"
    case .less: "some, but less than half of the bound"
    case .attained: "at least half of the bound"
    case .more: "more than the bound, or the worlds differ where they may not"
    }
  }

  /// What came of it; nil where the run does not tell.
  public init?(_ record: RunRecord) {
    let (lower, upper) = (record.advantage.lower, record.advantage.upper)
    switch record.verdict {
    case .noAdvantageShown: self = .nothing
    case .withinBound where lower <= 0: self = .nothing
    case .withinBound:
      guard let bound = record.bound?.value, upper < bound / 2 else { return nil }
      self = .less
    case .boundAttained: self = .attained
    case .boundExceeded: self = .more
    case .invalid where record.lockstep.violations > 0 || (record.chances?.violations ?? 0) > 0: self = .more
    case .invalid, .advantageShown, .inconclusive, .forfeit: return nil
    }
  }
}
