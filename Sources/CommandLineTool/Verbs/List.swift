internal import ArgumentParser
internal import Records
internal import Reports
internal import Words

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists what there is: games, hops, adversaries, rules, scenarios, verdicts, words, lessons, findings, assignments.",
    discussion: """
      Examples:
        \(Program.name) list hops               the steps of the proof, one line each
        \(Program.name) list words              what words and symbols mean
        \(Program.name) list lessons            the proof in nine lessons
        \(Program.name) list adversaries --all  with the reductions around others
        \(Program.name) describe ind_uf         more about one name

      Exit status: 0.
      """)

  @Argument(help: "Only these: \(Section.allCases.map(\.rawValue).joined(separator: ", ")).")
  var section: Section?

  @Flag(help: "Also the adversaries that are reductions around others; as JSON they are always there.")
  var all = false

  @OptionGroup var output: OutputOptions<Format>

  func run() throws {
    let outputs = try output.outputs()
    let listed = try (section.map { [$0] } ?? Section.allCases).map { (section: $0, names: try $0.titledNames) }
    struct Item: Encodable { let kind, group, name, title: String }
    let items = listed.flatMap { section, names in
      names.map { Item(kind: section.rawValue, group: $0.group, name: $0.name, title: $0.title) }
    }
    func told(_ rendering: KeyPath<Table, String>) -> String { listed.map { table($0.names, rendering) }.joined(separator: "\n") }
    try outputs.write { try $0.of(text: told(\.text), markdown: told(\.markdown), json: items) }
  }

  /// A table for each group.
  private func table(_ names: [Name], _ rendering: KeyPath<Table, String>) -> String {
    let hidden = all ? [] : names.filter(\.isDerived)
    let groups = names.reduce(into: [String]()) { if $0.last != $1.group { $0.append($1.group) } }
    let tables = groups.map { group in
      var table = Table(header: [group, ""])
      let isMarkdown = rendering == \Table.markdown
      table.rows = names.filter { $0.group == group && (all || !$0.isDerived) }.map { name in
        [name.name, name.title].map { isMarkdown ? Escape.markdown($0) : $0 }
      }
      return table[keyPath: rendering]
    }
    let note =
      hidden.first.map {
        "\nand \(hidden.count) that are reductions around these, such as \($0.name): `\(Program.name) list adversaries --all`\n"
      } ?? ""
    return tables.joined(separator: "\n") + note
  }
}
