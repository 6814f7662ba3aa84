public import DomainManagement

/// One named check. A policy is a list of rules; leaving one out, or putting a weaker one in its place, is how a defect is made.
///
/// A rule is asked only about the kinds of questions it names, and a rule that is not in force objects to nothing: so no code of
/// the protocol is written for defects.
public protocol Rule<Suite>: Sendable {
  associatedtype Suite: DomainSuite

  var facts: RuleFacts { get }
  /// The same as `decide`, as a formula; nil where nobody stated it, and then nothing is proved of a policy with the rule.
  var meaning: Meaning? { get }
  /// `policy` is the list that this rule is part of, for rules that apply other rules.
  func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision
}

extension Rule {
  public var meaning: Meaning? { nil }

  /// Refuses in the name of this rule.
  public func deny(_ reason: @autoclosure @escaping () -> String) -> Decision {
    .deny(.init(rule: { facts.identifier }, reason: reason))
  }
}
