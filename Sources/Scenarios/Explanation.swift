import DomainManagement
import Policy

/// What one step asks of the policy, rule by rule.
public struct Explanation: Codable, Hashable, Sendable {
  public struct Answer: Codable, Hashable, Sendable {
    public let rule: String
    public let words: String
    /// Why it refuses; nil if it has nothing against it.
    public var objection: String?
    /// Whether the policy has it; another rule is one of the intact policy, and is told because it would refuse.
    public let isInForce: Bool
  }

  /// What the kind of step is.
  public let words: String
  /// In the order of the rules.
  public let answers: [Answer]
}

/// Collects the answers to what is asked during a step.
final class Explainer {
  private var answers: [String: Explanation.Answer] = [:]

  func record(_ findings: [RuleFinding], isInForce: Bool) {
    for finding in findings where isInForce || finding.objection != nil {
      guard let facts = RuleCatalogue<SymbolicSuite>.everything.first(where: { $0.facts.identifier == finding.rule })?.facts
      else { continue }
      var answer = answers[finding.rule] ?? .init(rule: finding.rule, words: facts.words, objection: nil, isInForce: isInForce)
      answer.objection = answer.objection ?? finding.objection
      answers[finding.rule] = answer
    }
  }

  /// What was collected since the last time, about a command.
  func explanation(of command: Command, told: (String) -> String) -> Explanation {
    defer { answers = [:] }
    let ordered = RuleCatalogue<SymbolicSuite>.identifiers.compactMap { answers[$0] }.map { answer in
      var answer = answer
      answer.objection = answer.objection.map(told)
      return answer
    }
    return Explanation(words: Step.verbs.first { $0.title == command.verb }?.words ?? "", answers: ordered)
  }
}

extension Explanation {
  var text: String {
    var out = "     (\(words))\n"
    if answers.isEmpty { out += "     no rule is asked\n" }
    for answer in answers {
      let mark = answer.objection == nil ? "✓" : answer.isInForce ? "✗" : "·"
      let outcome =
        answer.objection.map { answer.isInForce ? " – refuses: \($0)" : " – not in force; it would refuse: \($0)" } ?? ""
      out += "     \(mark) \(answer.rule): \(answer.words)\(outcome)\n"
    }
    return out
  }
}
