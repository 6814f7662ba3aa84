import DomainManagement
import Policy
import Records

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
