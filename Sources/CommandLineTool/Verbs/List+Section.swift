internal import ArgumentParser
internal import Arena
internal import Catalog
internal import Primitives
internal import Records
internal import Scenarios
internal import Teaching

extension List {
  enum Section: String, ExpressibleByArgument, CaseIterable {
    case games, hops, adversaries, suites, parameters, twins, rules, properties, scenarios, verdicts, words, lessons, findings
    case assignments

    /// What one of them is called.
    var kind: String {
      switch self {
      case .adversaries: "adversary"
      case .properties: "property"
      default: String(rawValue.dropLast())
      }
    }

    /// With the titles of scenarios, which are read for them.
    var titledNames: [Name] {
      get throws {
        guard self == .scenarios else { return names }
        return try Files.scenarioNames.map { .scenario($0, title: try Files.scenario($0).title) }
      }
    }

    /// Scenarios are without their titles.
    var names: [Name] {
      switch self {
      case .games: Gamekeeper.registry.games.map(Name.entry)
      case .hops: Gamekeeper.registry.hops.map(Name.entry)
      case .adversaries: Gamekeeper.registry.adversaries.map(Name.adversary)
      case .suites:
        SuiteName.ofPrimitives.map { Name(.suites, $0.rawValue, $0.title, words: "suite \($0.rawValue): \($0.title).") } + [
          Name.symbolic
        ]
      case .parameters: Name.parameters
      case .twins: Gamekeeper.registry.twins.map(Name.twin)
      case .rules: Name.rules
      case .properties: Property.allCases.map { Name(.properties, $0.rawValue, $0.words) }
      case .scenarios: Files.scenarioNames.map { .scenario($0) }
      case .verdicts: Verdict.Kind.allCases.map(Name.verdict) + [Name.atMostBound]
      case .words: Glossary.words.map(Name.word) + Name.topics
      case .lessons: Lesson.all.map(Name.lesson)
      case .findings: Finding.all.map(Name.finding)
      case .assignments: Files.assignmentNames.map(Name.assignment)
      }
    }
  }
}
