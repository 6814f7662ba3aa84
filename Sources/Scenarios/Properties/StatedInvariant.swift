public import DomainManagement
public import Formulas
internal import Records

/// A property that somebody states as a formula about a trust in force: proved, searched and checked alike.
public struct StatedInvariant: Invariant {
  public let name: String
  public let words: String
  /// Of `Asked.trust`.
  public let formula: Formula

  public init(name: String, words: String, formula: Formula) { (self.name, self.words, self.formula) = (name, words, formula) }

  public var formulaInForce: Formula? { formula }

  public func objection<S: DomainSuite>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String? {
    guard case .entered(let trust, _, _) = event else { return nil }
    return formula.isTrue(in: TrustStructure(trust, setting, of: formula))
      ? nil : "of a trust in force it is not so that \(words)"
  }

  /// Runs `body` with these among the properties.
  public static func inForce<R>(_ stated: [StatedInvariant], _ body: () throws -> R) rethrows -> R {
    try Property.$added.withValue(Property.added + stated) { try body() }
  }

  public static func inForce<R>(
    _ stated: [StatedInvariant], isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
  ) async rethrows -> R {
    try await Property.$added.withValue(Property.added + stated) { try await body() }
  }
}
