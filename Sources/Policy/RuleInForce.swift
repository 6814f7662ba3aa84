public import DomainManagement

/// A rule as a policy holds it: its functions as values. They are made where the suite is known, so that a search over millions
/// of questions runs code made for its suite.
public final class RuleInForce<S: DomainSuite>: Sendable {
  public typealias Decide = @Sendable (Question<S>, Policy<S>, S) -> Decision

  public let facts: RuleFacts
  public let meaning: Meaning?
  public let decide: Decide
  /// Nil for a rule that is not about links.
  public let link: LinkFunctions?

  public final class LinkFunctions: Sendable {
    public let facts: RuleFacts
    public let objection: @Sendable (Link<S>, Trust<S>) -> Decision
    public let counts: @Sendable (Endorsement<S>, Link<S>, Trust<S>, S) -> Bool
    public let countsSignersOnce: Bool
    public let needed: @Sendable (Link<S>, Trust<S>) -> QuorumDemand<S>?
    public let whyNotCounted: String?

    init<R: LinkRule<S>>(_ rule: R) {
      facts = rule.facts
      objection = { rule.objection(to: $0, after: $1) }
      counts = { rule.counts($0, of: $1, after: $2, suite: $3) }
      countsSignersOnce = rule.countsSignersOnce
      needed = { rule.needed(for: $0, after: $1) }
      whyNotCounted = rule.whyNotCounted
    }
  }

  public init<R: Rule<S>>(_ rule: R) {
    (facts, meaning) = (rule.facts, rule.meaning)
    decide = { rule.decide($0, in: $1, suite: $2) }
    link = nil
  }

  public init<R: LinkRule<S>>(link rule: R) {
    (facts, meaning) = (rule.facts, rule.meaning)
    decide = { _, _, _ in .allow }
    link = LinkFunctions(rule)
  }
}
