import Scenarios
import DomainManagement
import Policy

/// Puts questions to two policies, and keeps what they decide differently: a witness for each way.
final class DifferenceFinder<S: DomainSuite> {
  /// The rules that both have.
  let common: Policy<S>
  private(set) var questions = 0
  private(set) var witnesses: [PolicyDifference.Witness] = []
  private let first: Policy<S>
  private let second: Policy<S>
  private let suite: S
  private let names: [String: String]
  /// Witnesses whose example can happen as it is told.
  private var natural: Set<Int> = []
  /// The common rules with some others, by the names of these.
  private var policies: [[String]: Policy<S>] = [:]

  init(_ first: Policy<S>, _ second: Policy<S>, _ scope: ExplorationScope, _ suite: S) {
    (self.first, self.second, self.suite) = (first, second, suite)
    common = Policy(first.rules.filter { second.identifiers.contains($0.facts.identifier) })
    names = Universe(scope, suite: suite).names
  }

  func ask(_ question: Question<S>) {
    questions += 1
    let isAllowedByA = first.decide(question, suite: suite).denial == nil
    guard isAllowedByA != (second.decide(question, suite: suite).denial == nil) else { return }
    let (allowing, refusing, allowedBy) = isAllowedByA ? (first, second, "A") : (second, first, "B")
    let rules = decisive(refusing.rules.filter { !allowing.identifiers.contains($0.facts.identifier) }, question)
    let refusedBy = rules.map(\.facts.identifier).joined(separator: " and ")
    let kind = "\(question.kind)"
    let index =
      witnesses.firstIndex { $0.question == kind && $0.allowedBy == allowedBy && $0.refusedBy == refusedBy } ?? witnesses.count
    if index == witnesses.count {
      let instead = allowing.rules.map(\.facts).first { weaker in rules.contains { $0.facts.identifier == weaker.weakens } }
      witnesses.append(
        .init(
          question: kind, words: "", allowedBy: allowedBy, refusedBy: refusedBy, reason: "", instead: instead?.identifier,
          count: 0))
    }
    witnesses[index].count += 1
    // A question about trusts that can hold keys is a better example than one about others.
    guard witnesses[index].count == 1 || isNatural(question) && !natural.contains(index) else { return }
    if isNatural(question) { natural.insert(index) }
    witnesses[index].words = question.told(names)
    witnesses[index].reason = told(policy(rules).decide(question, suite: suite).denial?.reason ?? "")
  }

  /// Of the rules that the policy which allows does not have, as few as refuse: without any one of them it would be allowed.
  /// Rules only ever refuse, so leaving out one after another finds such a set.
  private func decisive(_ rules: [RuleInForce<S>], _ question: Question<S>) -> [RuleInForce<S>] {
    var few = rules
    for rule in rules where few.count > 1 {
      let fewer = few.filter { $0.facts.identifier != rule.facts.identifier }
      if policy(fewer).decide(question, suite: suite).denial != nil { few = fewer }
    }
    return few
  }

  private func policy(_ rules: [RuleInForce<S>]) -> Policy<S> {
    let key = rules.map(\.facts.identifier)
    if let known = policies[key] { return known }
    let made = Policy(common.rules + rules, blaming: key.first)
    policies[key] = made
    return made
  }

  private func isNatural(_ question: Question<S>) -> Bool {
    switch question {
    case .succeed(let trust, let path), .advance(let trust, let path):
      !trust.hsms.isEmpty && path.allSatisfy { !$0.trust.hsms.isEmpty }
    case .authorise(let trust, _, _), .install(let trust, _): !trust.hsms.isEmpty
    case .found(let link, _): !link.trust.operators.isEmpty
    default: true
    }
  }

  private func told(_ reason: String) -> String {
    names.sorted { ($0.key.count, $0.key) > ($1.key.count, $1.key) }.reduce(reason) { $0.replacing($1.key, with: $1.value) }
  }
}
