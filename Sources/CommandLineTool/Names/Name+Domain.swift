internal import Arena
internal import Catalog
internal import DomainManagement
internal import Policy
internal import Records
internal import Scenarios

/// What names there are about domain management.
extension Name {
  /// The ideal suite: no game of the catalogue chooses it, so it is none of the catalogue's.
  static let symbolicTitle =
    "ideal terms: nothing is guessed and nothing collides; for `attack`, `explore`, `matrix` and the policy hop"
  static var symbolic: Name { Name(.suites, "symbolic", symbolicTitle) }

  static var rules: [Name] {
    func names(_ group: String, _ rules: [RuleInForce<SymbolicSuite>]) -> [Name] {
      rules.map { rule in
        let facts = rule.facts
        return Name(.rules, group: group, facts.identifier, facts.words) {
          [
            .init("says", rule.meaning?.mathematics.joined(separator: "; ") ?? ""), .init("source", facts.source),
            .init("asked when", facts.about.map { "\($0)" }.joined(separator: ", ")),
            .init("stands in for", facts.weakens ?? ""),
            .init(
              "twin of",
              Gamekeeper.registry.entries.filter { $0.twins.contains(facts.identifier) }.map(\.name).joined(separator: ", ")),
          ]
        }
      }
    }
    let catalogue = RuleCatalogue<SymbolicSuite>.self
    return names("rules of the policy (--without)", catalogue.rules) + names("weaker variants (--with)", catalogue.weaker)
      + names("planted defects (--with)", [catalogue.idle])
  }

  /// A scenario, which is read when it is described.
  static func scenario(_ name: String, title: String = "") -> Name {
    Name(.scenarios, name, title) {
      let scenario = try Files.scenario(name)
      func words(_ end: [Property]) -> String { end.isEmpty ? "holds" : "breaks \(end.map(\.rawValue).joined(separator: ", "))" }
      let twin = scenario.twin.map { twin in
        DescriptionRecord.Fact(PolicySelection(without: twin.without, with: twin.with).words, "it \(words(twin.end))")
      }
      return Description(
        DescriptionRecord(
          kind: "scenario", name: name, words: "scenario \(scenario.name): \(scenario.title).\n\(scenario.story)",
          facts: [.init("the intact policy", "it \(words(scenario.end))")] + (twin.map { [$0] } ?? [])))
    }
  }
}
