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

  @OptionGroup var output: OutputOptions<Format>

  func run() throws {
    let outputs = try output.outputs()
    let token = try Failure.orReport { () throws(CatalogError) in try ReplayToken(self.token) }
    let record = token.play()
    try outputs.write { try $0.of(text: record.text(showsCoins: showCoins), markdown: record.markdown, json: record) }
  }
}
