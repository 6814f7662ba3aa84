public import Referee

/// What a run is about, once every name and number has been checked.
public struct Selection: Sendable {
  public var entry: Entry
  public var adversary: String
  public var suite: Suite
  /// A value for every parameter of the entry.
  public var parameters: [String: Int]
  public var twin: String?
  public var coupling: Coupling

  /// The suite by the name that people see.
  public var suiteName: String { entry.isSymbolic ? "symbolic" : suite.rawValue }

  public subscript(name: String) -> Int {
    guard let value = parameters[name] else { preconditionFailure("\(entry.name) has no parameter \(name)") }
    return value
  }

  /// The parameters as the symbols of a bound.
  public var assignment: [String: Double] { parameters.mapValues(Double.init) }

  /// Whether it compares two worlds; otherwise a game is won or lost.
  public var hasTwoWorlds: Bool { entry.experiment(self).measure != .winning }

  /// The refusal of an option that speaks of two worlds.
  public func oneWorld(_ option: String) -> CatalogError {
    CatalogError(
      "`--\(option)` means nothing for \(entry.kind.rawValue) `\(entry.name)`",
      hint: "it is won or lost in one world; leave it out")
  }
}
