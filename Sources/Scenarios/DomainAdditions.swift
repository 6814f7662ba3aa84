public import Policy
internal import Records
public import Words

/// What somebody else adds to the lists: rules to the policy's, and invariants to the properties.
public struct DomainAdditions: Sendable {
  private let rules: [any RuleAddition]
  private let invariants: [any Invariant]

  /// Refuses names that stand in the lists already, or twice, or are none; and weaker rules that weaken nothing.
  public init(rules: [any RuleAddition] = [], invariants: [any Invariant] = []) throws(RowError) {
    try RuleAdditions.validate(rules)
    self.rules = rules
    self.invariants = invariants
    try RowError.check("property", invariants.map(\.name), beside: Property.own.map(\.name))
  }

  /// Runs `body` with the rules in the intact policy and in the catalogue of weaker ones, and with the invariants judged by
  /// every scenario, search and check.
  public func inForce<R>(_ body: () throws -> R) rethrows -> R {
    try RuleAdditions.$current.withValue(rules) { try Property.$added.withValue(invariants) { try body() } }
  }

  public func inForce<R>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
  ) async rethrows -> R {
    try await RuleAdditions.$current.withValue(rules) {
      try await Property.$added.withValue(invariants) { try await body() }
    }
  }
}
