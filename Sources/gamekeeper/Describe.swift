internal import ArgumentParser
internal import Catalog
internal import Records
internal import Reports

struct Describe: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what a game, hop, adversary, suite, rule, scenario or property is; `describe quorum` tells the quorum's risk.")

  @Argument(help: "A name from `gamekeeper list`.", completion: Completions.everything)
  var name: String

  @Option(parsing: .unconditional, help: "With `quorum`: how many operators there are.") var operators = 5
  @Option(parsing: .unconditional, help: "With `quorum`: the n to mark in the table.") var n: Int?
  @Option(parsing: .unconditional, help: "With `quorum`: how likely an operator is to be dishonest.") var p = 0.01

  @OptionGroup var output: OutputOptions<Format>

  func run() throws {
    let outputs = try output.outputs()
    let record = try record()
    try outputs.write { try $0.of(text: record.text, markdown: record.markdown, json: record) }
  }

  private func record() throws -> DescriptionRecord {
    if name == "quorum" {
      return DescriptionRecord(
        kind: "quorum", name: name, words: Self.trimmed(try DescribeDomain.quorum(operators: operators, n: n, p: p)))
    }
    if let (kind, text) = try DescribeDomain.text(name) { return DescriptionRecord(kind: kind, name: name, words: text) }
    if let entry = Catalog.entries.first(where: { $0.name == name }) { return Self.record(entry) }
    if let facts = Catalog.adversaries.first(where: { $0.name == name }) {
      let entries = Catalog.entries.filter { $0.adversaries.contains(name) }.map(\.name)
      return DescriptionRecord(
        kind: "adversary", name: name,
        words: """
          adversary \(facts.name): it \(facts.title).
          Expected advantage: \(facts.expectation).
          Plays: \(entries.joined(separator: ", ")).
          """)
    }
    if let suite = Suite(rawValue: name) {
      return DescriptionRecord(kind: "suite", name: name, words: "suite \(suite.rawValue): \(suite.title).")
    }
    if name == DescribeDomain.symbolic.name {
      return DescriptionRecord(kind: "suite", name: name, words: "suite \(name): \(DescribeDomain.symbolic.title).")
    }
    throw Failure.report(.unknown("name", name, among: Self.names))
  }

  /// All that can be described.
  static var names: [String] {
    Catalog.entries.map(\.name) + Catalog.adversaries.map(\.name) + Suite.allCases.map(\.rawValue)
      + DescribeDomain.rules.flatMap { $0.rows.map(\.name) } + Files.scenarioNames + DescribeDomain.properties + ["quorum", DescribeDomain.symbolic.name]
  }

  private static func record(_ entry: Entry) -> DescriptionRecord {
    let bound = entry.bound(.calibrated)
    return DescriptionRecord(
      kind: entry.kind.rawValue, name: entry.name,
      words: "\(entry.kind.rawValue) \(entry.name): \(entry.title)\n\n\(entry.claim)",
      facts: [
        .init("source", entry.source), .init("bad event", entry.badEvent), .init("bound", bound.description),
        .init("calibrated", bound.definitions.joined(separator: "; ")), .init("LaTeX", bound.latex),
        .init("weakened", entry.weakening.map { "\($0), so that every term is large enough to be seen" } ?? ""),
        .init("adversaries", entry.adversaries.joined(separator: ", ")),
        .init("suites", entry.suiteNames.joined(separator: ", ")),
        .init(
          "twins", entry.twins.isEmpty ? "none" : entry.twins.joined(separator: ", ") + " (planted defects, for --twin)"),
      ].filter { !$0.value.isEmpty },
      parameters: entry.parameters.map {
        .init(name: $0.name, value: $0.value, least: $0.range.lowerBound, most: $0.range.upperBound, meaning: $0.meaning)
      })
  }

  private static func trimmed(_ text: String) -> String { text.hasSuffix("\n") ? String(text.dropLast()) : text }
}
