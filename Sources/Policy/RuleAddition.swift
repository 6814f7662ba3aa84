public import DomainManagement
package import Words

/// Rules of somebody else for the catalogue, on every suite.
public protocol RuleAddition: Sendable {
  /// Rules of the intact policy, after its own.
  func rules<S: DomainSuite>(for suite: S.Type) -> [RuleInForce<S>]
  /// Deliberately weaker rules, each of which names the one that it `weakens`.
  func weaker<S: DomainSuite>(for suite: S.Type) -> [RuleInForce<S>]
}

extension RuleAddition {
  public func rules<S: DomainSuite>(for suite: S.Type) -> [RuleInForce<S>] { [] }
  public func weaker<S: DomainSuite>(for suite: S.Type) -> [RuleInForce<S>] { [] }
}

/// What is added to the catalogue.
package enum RuleAdditions {
  /// In this task.
  @TaskLocal package static var current: [any RuleAddition] = []

  /// Refuses a rule whose name another one has, and a weaker one that weakens nothing.
  package static func validate(_ additions: [any RuleAddition]) throws(RowError) {
    let rules = additions.flatMap { $0.rules(for: SymbolicSuite.self) }.map(\.facts)
    let weaker = additions.flatMap { $0.weaker(for: SymbolicSuite.self) }.map(\.facts)
    let own = $current.withValue([]) { RuleCatalogue<SymbolicSuite>.identifiers }
    try RowError.check("rule", (rules + weaker).map(\.identifier), beside: own)
    let strong = $current.withValue([]) { RuleCatalogue<SymbolicSuite>.rules.map(\.facts.identifier) } + rules.map(\.identifier)
    for facts in weaker {
      guard let weakened = facts.weakens else {
        throw RowError("the weaker rule `\(facts.identifier)` does not say which rule it weakens")
      }
      guard strong.contains(weakened) else {
        throw RowError("the rule `\(facts.identifier)` weakens `\(weakened)`, which is no rule of the intact policy")
      }
    }
  }
}
