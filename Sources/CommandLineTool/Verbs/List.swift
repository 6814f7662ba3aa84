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
    let sections = try (section.map { [$0] } ?? Section.allCases).map { section in
      try section.titledNames.map {
        ListRecord.Item(kind: section.rawValue, group: $0.group, name: $0.name, title: $0.title, isDerived: $0.isDerived)
      }
    }
    let record = ListRecord(sections: sections, showsDerived: all)
    try outputs.write { try $0.of(text: record.text, markdown: record.markdown, json: record) }
  }
}
