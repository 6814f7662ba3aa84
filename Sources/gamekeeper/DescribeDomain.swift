internal import DomainManagement
internal import Policy
internal import Scenarios

/// What `list` and `describe` say of rules, scenarios and properties.
enum DescribeDomain {
  /// The ideal suite: no game of the catalogue chooses it, so it is none of the catalogue's.
  static let symbolic = (
    name: "symbolic", title: "ideal terms: nothing is guessed and nothing collides; for `attack`, `explore`, `matrix` and the policy hop")

  static var rules: [(heading: String, rows: [List.Row])] {
    func rows(_ rules: [RuleInForce<SymbolicSuite>]) -> [List.Row] { rules.map { ($0.facts.identifier, $0.facts.words) } }
    let catalogue = RuleCatalogue<SymbolicSuite>.self
    return [
      ("rules of the policy (--without)", rows(catalogue.rules)), ("weaker variants (--with)", rows(catalogue.weaker)),
      ("planted defects (--with)", rows([catalogue.idle])),
    ]
  }

  static var properties: [String] { Property.allCases.map(\.rawValue) }

  /// The scenarios that can be read; of each other one the error is said, and the first goes to `fault`.
  static func scenarios(_ fault: inout (any Error)?) -> [(name: String, title: String)] {
    var rows: [(name: String, title: String)] = []
    do {
      for name in try Files.allScenarioNames() {
        do {
          let scenario = try Files.scenario(name)
          rows.append((scenario.name, scenario.title))
        } catch { fault = fault ?? error }
      }
    } catch { fault = error }
    return rows
  }

  /// Nil if `name` is neither. A scenario is read only if it is the one that is asked for.
  static func text(_ name: String) throws -> (kind: String, text: String)? {
    if let rule = RuleCatalogue<SymbolicSuite>.everything.first(where: { $0.facts.identifier == name })?.facts {
      let weak = rule.weakens.map { "\nstands in for \($0)" } ?? ""
      let asked = rule.about.map { "\($0)" }.joined(separator: ", ")
      return ("rule", "rule \(rule.identifier): \(rule.words).\nsource: \(rule.source)\nasked when: \(asked)\(weak)")
    }
    if Files.scenarioNames.contains(name) {
      let scenario = try Files.scenario(name)
      let twin = scenario.twin.map { "\ntwin: \(PolicySelection(without: $0.without, with: $0.with).words), it breaks \($0.end.map(\.rawValue).joined(separator: ", "))" }
      let end = scenario.end.isEmpty ? "holds" : "breaks \(scenario.end.map(\.rawValue).joined(separator: ", "))"
      return (
        "scenario", "scenario \(scenario.name): \(scenario.title).\n\(scenario.story)\nunder the intact policy it \(end)\(twin ?? "")"
      )
    }
    if let property = Property(rawValue: name) {
      return ("property", "property \(property.rawValue): \(property.words).")
    }
    return nil
  }

  /// `describe quorum --operators N --n n --p 0.01`.
  static func quorum(operators: Int, n: Int?, p: Double) throws -> String {
    try Problem.report {
      if let n { _ = try QuorumRisk(operators: operators, quorum: n, probability: p) }
      return QuorumRisk.text(try QuorumRisk.table(operators: operators, probability: p), chosen: n)
    }
  }
}
