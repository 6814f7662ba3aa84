internal import ArgumentParser
internal import Reports

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists what there is: games, hops, adversaries, rules, scenarios, verdicts, words.",
    discussion: """
      Examples:
        gamekeeper list hops                  the steps of the proof, one line each
        gamekeeper list words                 what the words and symbols of the interface mean
        gamekeeper list adversaries --all     with the reductions around others
        gamekeeper describe ind_uf            more about one name

      Exit status: 0, or 65 if a scenario file cannot be read.
      """)

  @Argument(help: "Only these: \(Section.allCases.map(\.rawValue).joined(separator: ", ")).")
  var section: Section?

  @Flag(help: "Also the adversaries that are reductions around others; as JSON they are always there.")
  var all = false

  @Option(name: .shortAndLong, help: "Output format: text, json, markdown.")
  var format = Format.text

  func run() throws {
    var fault: (any Error)?
    let listed = (section.map { [$0] } ?? Section.allCases).map { (section: $0, names: $0.names(&fault)) }
    switch format {
    case .text: print(listed.map { told($0.section, $0.names, \.text) }.joined(separator: "\n"), terminator: "")
    case .markdown: print(listed.map { told($0.section, $0.names, \.markdown) }.joined(separator: "\n"), terminator: "")
    case .json:
      struct Item: Encodable { let kind, group, name, title: String }
      let items = listed.flatMap { section, names in names.map { Item(kind: section.rawValue, group: $0.group, name: $0.name, title: $0.title) } }
      print(try JSON.text(items), terminator: "")
    }
    if let fault { throw fault }
  }

  /// A table for each group.
  private func told(_ section: Section, _ names: [Name], _ rendering: KeyPath<Table, String>) -> String {
    let hidden = all ? [] : names.filter(\.isDerived)
    let groups = names.reduce(into: [String]()) { if $0.last != $1.group { $0.append($1.group) } }
    let tables = groups.map { group in
      var table = Table(header: [group, ""])
      table.rows = names.filter { $0.group == group && (all || !$0.isDerived) }.map { [$0.name, $0.title] }
      return table[keyPath: rendering]
    }
    let note = hidden.first.map { "\nand \(hidden.count) that are reductions around these, such as \($0.name): `gamekeeper list adversaries --all`\n" } ?? ""
    return tables.joined(separator: "\n") + note
  }
}
