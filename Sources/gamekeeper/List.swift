internal import ArgumentParser
internal import Catalog
internal import Reports

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Lists games, hops, adversaries, suites, rules and scenarios.")

  enum Section: String, ExpressibleByArgument, CaseIterable {
    case games, hops, adversaries, suites, rules, scenarios

    var rows: [(name: String, title: String)] {
      switch self {
      case .games: Catalog.games.map { ($0.name, $0.title) }
      case .hops: Catalog.hops.map { ($0.name, $0.title) }
      case .adversaries: Catalog.adversaries.map { ($0.name, $0.title) }
      case .suites: Suite.allCases.map { ($0.rawValue, $0.title) } + [DescribeDomain.symbolic]
      case .rules: DescribeDomain.rules
      case .scenarios: DescribeDomain.scenarios
      }
    }
  }

  @Argument(help: "Only these: games, hops, adversaries, suites, rules, scenarios.")
  var section: Section?

  @Option(name: .shortAndLong, help: "Output format: text, json, markdown.")
  var format = Format.text

  func run() throws {
    let sections = section.map { [$0] } ?? Section.allCases
    if format == .json {
      struct Item: Encodable { let kind, name, title: String }
      print(
        try JSON.text(sections.flatMap { section in section.rows.map { Item(kind: section.rawValue, name: $0.name, title: $0.title) } }),
        terminator: "")
      return
    }
    let tables = sections.map { section in
      var table = Table(header: [section.rawValue, ""])
      table.rows = section.rows.map { [$0.name, $0.title] }
      return format == .text ? table.text : table.markdown
    }
    print(tables.joined(separator: "\n"), terminator: "")
  }
}
