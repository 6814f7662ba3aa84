internal import ArgumentParser
internal import Foundation
internal import Records
internal import Reports
internal import Words

/// `--baseline FILE`: what a run is compared with that is kept beside the code.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: .init(
      "Compare with this record, as `compare` does, and end with 1 where a row is worse; `baseline update` makes it.",
      valueName: "file"),
    completion: .file(extensions: ["json"])) var baseline: String?

  /// Read before any work; nil without one.
  func read() throws -> RecordFile? { try baseline.map { try RecordFile($0) } }
}

extension RecordFile {
  /// Says what is not as it was, on standard error, and ends the program if a row is worse, or if `status` is not met.
  func end(_ rows: [ComparedRow], _ status: RunStatus) throws {
    let comparison = ComparisonRecord(self.rows, by: maker, rows, by: Gamekeeper.maker)
    for line in comparison.text.split(separator: "\n") { Failure.line(String(line)) }
    try status.end()
    try comparison.outcome.status.end()
  }
}

struct BaselineVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Keeps a record that later runs are compared with: `\(Program.name) baseline update FILE RECORD`.",
    subcommands: [BaselineUpdate.self])
}

struct BaselineUpdate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Puts a record in the place of a baseline, and says what changes by that.",
    discussion: """
      Example:
        \(Program.name) theorem -o theorem.json
        \(Program.name) baseline update baseline.json theorem.json
        \(Program.name) theorem --baseline baseline.json

      Exit status: 0 it is written; 65 a file is no record; 74 it cannot be written.
      """)

  @Argument(help: "The baseline; it may be new.", completion: .file(extensions: ["json"])) var baseline: String
  @Argument(help: "The record (.json).", completion: .file(extensions: ["json"])) var record: String

  func run() throws {
    let place = try Destination(baseline)
    let text = try Files.text(record)
    let new = try Problem.report { try RecordFile(text: text, file: record) }
    let old = FileManager.default.fileExists(atPath: baseline) ? try RecordFile(baseline) : nil
    try place.write(text)
    guard let old else { return try Descriptor.show("a new baseline of \(new.rows.count) rows\n") }
    try Descriptor.show(ComparisonRecord(old.rows, by: old.maker, new.rows, by: new.maker).text)
  }
}
