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

    /// The rows under their headings. `fault` is why a file could not be read, which was then said.
    func tables(_ fault: inout (any Error)?) -> [(heading: String, rows: [Row])] {
      switch self {
      case .games: [(rawValue, Catalog.games.map { ($0.name, $0.title) })]
      case .hops: [(rawValue, Catalog.hops.map { ($0.name, $0.title) })]
      case .adversaries: [(rawValue, Catalog.adversaries.map { ($0.name, $0.title) })]
      case .suites: [(rawValue, Suite.allCases.map { ($0.rawValue, $0.title) } + [DescribeDomain.symbolic])]
      case .rules: DescribeDomain.rules
      case .scenarios: [(rawValue, DescribeDomain.scenarios(&fault))]
      }
    }
  }

  @Argument(help: "Only these: games, hops, adversaries, suites, rules, scenarios.")
  var section: Section?

  @Flag(help: "Also the adversaries that are reductions around others; as JSON they are always there.")
  var all = false

  @OptionGroup var output: OutputOptions<Format>

  func run() throws {
    let outputs = try output.outputs()
    let sections = section.map { [$0] } ?? Section.allCases
    var fault: (any Error)?
    let listed = sections.map { (section: $0, tables: $0.tables(&fault)) }
    struct Item: Encodable { let kind, group, name, title: String }
    let items = listed.flatMap { section, tables in
      tables.flatMap { heading, rows in rows.map { Item(kind: section.rawValue, group: heading, name: $0.name, title: $0.title) } }
    }
    func told(_ text: KeyPath<Table, String>) -> String { listed.map { self.told($0.section, $0.tables, text) }.joined(separator: "\n") }
    try outputs.write { try $0.of(text: told(\.text), markdown: told(\.markdown), json: items) }
    if let fault { throw fault }
  }

  private func told(_ section: Section, _ tables: [(heading: String, rows: [Row])], _ text: KeyPath<Table, String>) -> String {
    let derived = Catalog.adversaries.filter { $0.around != nil }
    let hidden = section != .adversaries || all ? [] : Set(derived.map(\.name))
    let texts = tables.map { heading, rows in
      var table = Table(header: [heading, ""])
      let isMarkdown = text == \Table.markdown
      table.rows = rows.filter { !hidden.contains($0.name) }.map { row in [row.name, row.title].map { isMarkdown ? Escape.markdown($0) : $0 } }
      return table[keyPath: text]
    }
    let note = hidden.isEmpty ? "" : "\nand \(derived.count) that are reductions around these, such as \(derived[0].name): `gamekeeper list adversaries --all`\n"
    return texts.joined(separator: "\n") + note
  }
}
