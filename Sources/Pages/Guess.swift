public import Records

/// What a reader can say of a run before it: how near the adversary comes to the bound.
public enum Guess: String, CaseIterable, Sendable {
  case nothing, less, attained, more

  public var words: String {
    switch self {
    case .nothing: "no advantage at all"
    case .less: "some, but less than half of the bound"
    case .attained: "at least half of the bound"
    case .more: "more than the bound, or the worlds differ where they may not"
    }
  }

  /// What came of it; nil where the run does not tell.
  public init?(_ record: RunRecord) {
    switch record.verdict {
    case .noAdvantageShown: self = .nothing
    case .withinBound: self = record.advantage.lower <= 0 ? .nothing : .less
    case .boundAttained: self = .attained
    case .boundExceeded, .invalid, .advantageShown: self = .more
    case .inconclusive, .forfeit: return nil
    }
  }
}
