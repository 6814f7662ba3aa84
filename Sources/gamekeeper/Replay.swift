internal import ArgumentParser
internal import Catalog
internal import Records
internal import Reports

struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plays one trial again, step by step, from its token.",
    discussion: "Every run prints a token. It holds everything: game, adversary, suite, parameters, seed and trial.")

  @Argument(help: "The token, as a run printed it.")
  var token: String

  @Flag(help: "Also list every coin under its name.")
  var showCoins = false

  @Option(name: .shortAndLong, help: "Output format: text, json, markdown.")
  var format = Format.text

  func run() throws {
    let token = try Failure.orReport { () throws(CatalogError) in try ReplayToken(self.token) }
    let record = token.selection.entry.experiment(token.selection).replay(trial: token.trial, source: token.source)
    let text =
      switch format {
      case .text: record.text(showsCoins: showCoins)
      case .json: try JSON.text(record)
      case .markdown: record.markdown
      }
    print(text, terminator: "")
  }
}
