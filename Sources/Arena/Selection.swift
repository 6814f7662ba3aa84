public import Primitives
public import Referee

/// What a run is about, once every name and number has been checked. `Registry.select` makes it.
public struct Selection: Sendable {
  public let entry: Entry
  public let adversary: String
  public let suite: SuiteName
  /// A value for every parameter that means something to the adversary on the suite.
  public let parameters: [String: Int]
  /// The planted defect; nil for the entry as it is.
  public let twin: String?
  public let coupling: Coupling

  public subscript(name: String) -> Int {
    guard let value = parameters[name] else { preconditionFailure("\(entry.name) has no parameter \(name)") }
    return value
  }

  /// The parameters as the symbols of a bound.
  public var assignment: [String: Double] { parameters.mapValues(Double.init) }

  /// The adversary's row.
  public var attack: AttackFacts? { entry.attacks.first { $0.name == adversary } }

  /// The game with the adversary, ready to be played.
  public var experiment: AnyExperiment { entry.experiment(self) }

  /// The probability that the adversary causes the bad event, wins, or has as its advantage, where a closed formula is known.
  public var formula: Double? { entry.formula(self) }

  /// What its trials measure.
  public var measure: Measure {
    if case (.coupledWorlds, .independent) = (entry.measure, coupling) { .independentWorlds } else { entry.measure }
  }

  /// Whether it compares two worlds; otherwise a game is won or lost.
  public var hasTwoWorlds: Bool { entry.measure != .winning }

  /// The refusal of an option that speaks of two worlds.
  public func oneWorld(_ option: String) -> CatalogError {
    CatalogError(
      "`--\(option)` means nothing for \(entry.kind.rawValue) `\(entry.name)`",
      hint: "it is won or lost in one world; leave it out")
  }
}
