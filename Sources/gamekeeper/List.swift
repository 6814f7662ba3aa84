internal import ArgumentParser
internal import Catalog
internal import Reports

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Lists games, hops, adversaries, suites, rules and scenarios.")

  enum Section: String, ExpressibleByArgument, CaseIterable {
    case games, hops, adversaries, suites, rules, scenarios

    /// `isFaulty` becomes true if a file could not be read, which was then said.
    func rows(_ isFaulty: inout Bool) -> [(name: String, title: String)] {
      switch self {
      case .games: Catalog.games.map { ($0.name, $0.title) }
      case .hops: Catalog.hops.map { ($0.name, $0.title) }
      case .adversaries: Catalog.adversaries.map { ($0.name, $0.title) }
      case .suites: Suite.allCases.map { ($0.rawValue, $0.title) } + [DescribeDomain.symbolic]
      case .rules: DescribeDomain.rules
      case .scenarios: DescribeDomain.scenarios(&isFaulty)
      }
    }
  }

  @Argument(help: "Only these: games, hops, adversaries, suites, rules, scenarios.")
  var section: Section?

  @Option(name: .shortAndLong, help: "Output format: text, json, markdown.")
  var format = Format.text

  func run() throws {
    let sections = section.map { [$0] } ?? Section.allCases
    var isFaulty = false
    let listed = sections.map { (section: $0, rows: $0.rows(&isFaulty)) }
    if format == .json {
      struct Item: Encodable { let kind, name, title: String }
      print(
        try JSON.text(listed.flatMap { section, rows in rows.map { Item(kind: section.rawValue, name: $0.name, title: $0.title) } }),
        terminator: "")
    } else {
      let tables = listed.map { section, rows in
        var table = Table(header: [section.rawValue, ""])
        table.rows = rows.map { [$0.name, $0.title] }
        return format == .text ? table.text : table.markdown
      }
      print(tables.joined(separator: "\n"), terminator: "")
    }
    if isFaulty { throw Failure.badInput }
  }
}
