public import DomainManagement

/// A list of rules: the policy in force. It allows what no rule in it objects to.
public struct Policy<S: DomainSuite>: DomainPolicy, Sendable {
  public let rules: [any Rule<S>]
  let linkRules: [any LinkRule<S>]
  private let byKind: [[any Rule<S>]]

  public init(_ rules: [any Rule<S>]) {
    self.rules = rules
    let links = rules.compactMap { $0 as? any LinkRule<S> }
    linkRules = links.filter { !$0.countsLast } + links.filter { $0.countsLast }
    byKind = QuestionKind.allCases.map { kind in rules.filter { !($0 is any LinkRule<S>) && $0.facts.about.contains(kind) } }
  }

  /// The intact policy.
  public static var intact: Policy { Policy(RuleCatalogue<S>.rules) }

  public var identifiers: [String] { rules.map(\.facts.identifier) }

  public func decide(_ question: Question<S>, suite: S) -> Decision {
    if case .succeed(let trust, let path) = question, let denial = judgeLast(of: path, after: trust, suite: suite).denial { return .deny(denial) }
    for rule in byKind[question.kind.rawValue] {
      if let denial = rule.decide(question, in: self, suite: suite).denial { return .deny(denial) }
    }
    return .allow
  }
}
