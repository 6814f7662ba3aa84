internal import ArgumentParser
internal import Catalog
internal import Records
internal import Reports
internal import Words

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Lists games, hops, adversaries, suites, rules and scenarios.")

  typealias Row = (name: String, title: String)

  enum Section: String, ExpressibleByArgument, CaseIterable {
    case games, hops, adversaries, suites, rules, scenarios

    /// The rows under their headings. `isFaulty` becomes true if a file could not be read, which was then said.
    func tables(withDerived: Bool, _ isFaulty: inout Bool) -> [(heading: String, rows: [Row])] {
      switch self {
      case .games: [(rawValue, Catalog.games.map { ($0.name, $0.title) })]
      case .hops: [(rawValue, Catalog.hops.map { ($0.name, $0.title) })]
      case .adversaries: [(rawValue, Catalog.adversaries.filter { withDerived || $0.around == nil }.map { ($0.name, $0.title) })]
      case .suites: [(rawValue, Suite.allCases.map { ($0.rawValue, $0.title) } + [DescribeDomain.symbolic])]
      case .rules: DescribeDomain.rules
      case .scenarios: [(rawValue, DescribeDomain.scenarios(&isFaulty))]
      }
    }
  }

  @Argument(help: "Only these: games, hops, adversaries, suites, rules, scenarios.")
  var section: Section?

  @Flag(help: "Also the adversaries that are reductions around others; as JSON they are always there.")
  var all = false

  @Option(name: .shortAndLong, help: "Output format: text, json, markdown.")
  var format = Format.text

  func run() throws {
    let sections = section.map { [$0] } ?? Section.allCases
    var isFaulty = false
    let listed = sections.map { (section: $0, tables: $0.tables(withDerived: all || format == .json, &isFaulty)) }
    if format == .json {
      struct Item: Encodable { let kind, group, name, title: String }
      let items = listed.flatMap { section, tables in
        tables.flatMap { heading, rows in rows.map { Item(kind: section.rawValue, group: heading, name: $0.name, title: $0.title) } }
      }
      print(try JSON.text(items), terminator: "")
    } else {
      print(listed.map { text($0.section, $0.tables) }.joined(separator: "\n"), terminator: "")
    }
    if isFaulty { throw Failure.badInput }
  }

  private func text(_ section: Section, _ tables: [(heading: String, rows: [Row])]) -> String {
    let texts = tables.map { heading, rows in
      var table = Table(header: [heading, ""])
      table.rows = rows.map { row in [row.name, row.title].map { format == .text ? $0 : Escape.markdown($0) } }
      return format == .text ? table.text : table.markdown
    }
    let derived = Catalog.adversaries.filter { $0.around != nil }
    let note = section != .adversaries || all ? "" : "\nand \(derived.count) that are reductions around these, such as \(derived[0].name): `gamekeeper list adversaries --all`\n"
    return texts.joined(separator: "\n") + note
  }
}
