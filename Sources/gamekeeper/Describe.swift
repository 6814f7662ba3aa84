internal import ArgumentParser
internal import Catalog
internal import Reports

struct Describe: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what a game, hop, adversary, suite, rule, scenario or property is; `describe quorum` tells the quorum's risk.")

  @Argument(help: "A name from `gamekeeper list`.")
  var name: String

  @Option(help: "With `quorum`: how many operators there are.") var operators = 5
  @Option(help: "With `quorum`: the n to mark in the table.") var n: Int?
  @Option(help: "With `quorum`: how likely an operator is to be dishonest.") var p = 0.01

  func run() throws {
    if name == "quorum" { return print(try DescribeDomain.quorum(operators: operators, n: n, p: p), terminator: "") }
    if let text = DescribeDomain.text(name) { return print(text) }
    if let entry = Catalog.entries.first(where: { $0.name == name }) { return print(Self.text(entry), terminator: "") }
    if let facts = Catalog.adversaries.first(where: { $0.name == name }) {
      let entries = Catalog.entries.filter { $0.adversaries.contains(name) }.map(\.name)
      return print(
        "adversary \(facts.name): it \(facts.title).\nExpected advantage: \(facts.expectation).\nPlays: \(entries.joined(separator: ", ")).")
    }
    if let suite = Suite(rawValue: name) { return print("suite \(suite.rawValue): \(suite.title).") }
    let names = Catalog.entries.map(\.name) + Catalog.adversaries.map(\.name) + Suite.allCases.map(\.rawValue)
      + DescribeDomain.rules.map(\.name) + DescribeDomain.scenarios.map(\.name) + ["quorum"]
    throw Failure.report(.unknown("name", name, among: names))
  }

  private static func text(_ entry: Entry) -> String {
    var parameters = Table(header: ["parameter", "default", "range", ""])
    parameters.rows = entry.parameters.map {
      [$0.name, "\($0.value)", "\($0.range.lowerBound)…\($0.range.upperBound)", $0.meaning]
    }
    let bound = entry.bound(.calibrated)
    return """
      \(entry.kind.rawValue) \(entry.name): \(entry.title)

      \(entry.claim)

      source       \(entry.source)
      bad event    \(entry.badEvent)
      bound        \(bound)
                   \(bound.definitions.joined(separator: "\n             ")) (calibrated suite)
      LaTeX        \(bound.latex)
      adversaries  \(entry.adversaries.joined(separator: ", "))
      suites       \(entry.suites.map(\.rawValue).joined(separator: ", "))
      twins        \(entry.twins.isEmpty ? "none" : entry.twins.joined(separator: ", ") + " (planted defects, for --twin)")

      \(parameters.text)
      """
  }
}
