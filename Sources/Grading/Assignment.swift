public import Expectations
public import Records
public import Scenarios

/// What a class is asked to show with an adversary of its own, and when it is shown.
///
///     assignment: find-collision
///     title: Two points with one digest
///     game: hash-idealization
///     set: {hashBits: 8}
///     trials: 2000
///     show: {advantage: 0.25, most-queries: 20}
///     points: 20
public struct Assignment: Sendable {
  public let name: String
  public let title: String
  /// What the class reads.
  public let task: String
  public let kind: GameExpectation.Kind
  /// The game or the hop.
  public let entry: String
  public let suite: String
  public let settings: [(name: String, value: Int)]
  public let trials: UInt64
  /// The verdict that the run has to end with; nil for any.
  public let verdict: ExpectedVerdict?
  /// The least advantage that has to be shown; nil for none.
  public let advantage: Double?
  /// So many queries an adversary may ask in a trial; nil for what the game's budgets allow.
  public let mostQueries: Int?
  /// A solution that does not have what is asked for passes with this probability at most.
  public let errorProbability: Double
  public let points: Double
  /// So many seconds the run may take; nil for no limit.
  public let timeLimit: Int?
  let place: Place

  /// Where it stands in its file, and where what is to be shown does.
  struct Place {
    let file: String
    let line, shown: Int?
  }

  /// An error about what is played.
  public func error(_ message: String, hint: String? = nil) -> InputError {
    InputError(file: place.file, line: place.line, message, hint: hint)
  }

  /// An error about what is to be shown.
  func impossible(_ key: String, _ message: String, hint: String? = nil) -> InputError {
    InputError(file: place.file, line: place.shown, key: "show.\(key)", message, hint: hint)
  }
}
