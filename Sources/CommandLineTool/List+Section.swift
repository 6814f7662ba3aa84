internal import ArgumentParser
internal import Catalog
internal import Records
internal import Scenarios

extension List {
  enum Section: String, ExpressibleByArgument, CaseIterable {
    case games, hops, adversaries, suites, parameters, twins, rules, properties, scenarios, verdicts, words

    /// What one of them is called.
    var kind: String {
      switch self {
      case .adversaries: "adversary"
      case .properties: "property"
      default: String(rawValue.dropLast())
      }
    }

    /// `fault` is why a file could not be read, which was then said.
    func names(_ fault: inout (any Error)?) -> [Name] {
      guard self == .scenarios else { return names }
      do { _ = try Files.allScenarioNames() } catch { fault = error }
      return Files.scenarioNames.compactMap { name in
        do { return Name(.scenarios, name, try Files.scenario(name).title, description: Name.scenario(name).description) } catch {
          fault = fault ?? error
        }
        return nil
      }
    }

    /// Scenarios are read from files, see above.
    var names: [Name] {
      switch self {
      case .games: Catalog.games.map(Name.entry)
      case .hops: Catalog.hops.map(Name.entry)
      case .adversaries: Catalog.adversaries.map(Name.adversary)
      case .suites:
        Suite.allCases.map { Name(.suites, $0.rawValue, $0.title, words: "suite \($0.rawValue): \($0.title).") } + [Name.symbolic]
      case .parameters: Name.parameters
      case .twins: Catalog.twins.map(Name.twin)
      case .rules: Name.rules
      case .properties: Property.allCases.map { Name(.properties, $0.rawValue, $0.words) }
      case .scenarios: []
      case .verdicts: Verdict.Kind.allCases.map(Name.verdict) + [Name.atMostBound]
      case .words: Glossary.words.map(Name.word) + Name.topics
      }
    }
  }
}
