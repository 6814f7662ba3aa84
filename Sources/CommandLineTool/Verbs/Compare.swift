internal import ArgumentParser
internal import Records
internal import Reports
internal import Words

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compares two records row by row: what changed, and whether for the worse.",
    discussion: """
      A record is what `play`, `hop`, `theorem`, `check` and `campaign show` print with --format json, sweeps among them. Rows \
      about the same thing, with the same settings, are compared. The interval of a difference is right whenever those of both \
      rows are. A row whose advantage is shown to be larger, one that is not met any more, and one that is gone are worse.

      Examples:
        \(Program.name) theorem -o before.json
        \(Program.name) theorem -o after.json        # with another commit
        \(Program.name) compare before.json after.json

      Exit status: 0 no row is worse; 1 one is; 2 a row that was met is too short to tell; 65 a file is no record.
      """)

  @Argument(help: "The earlier record (.json).", completion: .file(extensions: ["json"])) var before: String
  @Argument(help: "The later one.", completion: .file(extensions: ["json"])) var after: String
  @OptionGroup var output: OutputOptions<Format>

  func run() throws {
    let outputs = try output.outputs(reading: [before, after])
    let (old, new) = (try RecordFile(before), try RecordFile(after))
    let record = ComparisonRecord(old.rows, by: old.maker, new.rows, by: new.maker)
    try outputs.write { try $0.of(text: record.text, markdown: record.markdown, json: record, status: record.outcome.status) }
    try record.outcome.status.end()
  }
}
