public import DomainManagement

/// A list of rules: the policy in force. It allows what no rule in it objects to.
///
/// It never changes, and is a reference: passing it on copies one pointer.
public final class Policy<S: DomainSuite>: DomainPolicy, Sendable {
  public let rules: [RuleInForce<S>]
  /// The rules about links, those that count signers once last; and those that leave endorsements out by looking at one at a
  /// time.
  let linkRules: [RuleInForce<S>.LinkFunctions]
  let countingRules: [RuleInForce<S>.LinkFunctions]
  let countsSignersOnce: Bool
  let blamed: String?
  /// Whether any rule about successors looks at the HSMs and hosts that a trust lists.
  public let looksAtServers: Bool
  /// What decides about each kind of question, in the order of the rules.
  private let byKind: [[Decider]]

  /// A function in an array by itself would be called through another one that adapts it.
  private struct Decider { let decide: RuleInForce<S>.Decide }

  /// Where several rules could each be named for a refusal, `blaming` is the one to name.
  public init(_ rules: [RuleInForce<S>], blaming blamed: String? = nil) {
    self.rules = rules
    self.blamed = blamed
    let links = rules.compactMap(\.link)
    linkRules = links.filter { !$0.countsSignersOnce } + links.filter { $0.countsSignersOnce }
    countingRules = linkRules.filter { $0.whyNotCounted != nil && !$0.countsSignersOnce }
    countsSignersOnce = linkRules.contains { $0.countsSignersOnce }
    looksAtServers = rules.map(\.facts).contains { facts in
      facts.looksAtServers && facts.about.contains { [.succeed, .advance].contains($0) }
    }
    byKind = QuestionKind.allCases.map { kind in
      rules.filter { $0.link == nil && $0.facts.about.contains(kind) }.map { Decider(decide: $0.decide) }
    }
  }

  /// The intact policy.
  public static var intact: Policy { Policy(RuleCatalogue<S>.rules) }

  public var identifiers: [String] { rules.map(\.facts.identifier) }

  public func decide(_ question: Question<S>, suite: S) -> Decision {
    if case .succeed(let trust, let path) = question, let denial = judgeLast(of: path, after: trust, suite: suite).denial {
      return .deny(denial)
    }
    for rule in byKind[question.kind.rawValue] {
      if case .deny(let denial) = rule.decide(question, self, suite) { return .deny(denial) }
    }
    return .allow
  }
}
