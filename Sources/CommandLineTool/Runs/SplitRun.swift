internal import Arena
internal import Foundation
internal import Records
internal import Referee
internal import Reports

/// `play --split`: a rare win, measured by trees that split at the levels of the game.
struct SplitRun {
  let game: String
  let adversary: String?
  let factor: Int
  let options: RunOptions
  let outputs: Outputs<RunFormat>

  /// What is played where nobody says how much: enough for levels that one in 250 passes, as that of the help's example.
  static let trees: UInt64 = 10_000
  /// A tree's wins are counted, and divided by this number at most: exactly.
  private static let most = Double(1 << 53)

  func run() async throws {
    let (selection, settings) = try Failure.orReport(request)
    Interrupts.listen()
    defer { Progress.finish() }
    let (ticker, row) = (Progress.Ticker(), Progress.nextRow("\(selection.entry.name), \(selection.adversary)"))
    let record = await selection.split(into: factor, settings, isInterrupted: { Interrupts.isRaised }) { shown in
      ticker.say(
        "\(row)\(Number.grouped(UInt64(shown.trees))) of \(Number.grouped(settings.rule.trials)) trees   "
          + "\(Number.grouped(UInt64(shown.plays))) plays   \(Number.text(shown.mean))")
    }
    guard let record else { return }
    try outputs.write { format in
      switch format {
      case .text: record.text
      case .json: try JSON.text(record, status: record.outcome.status)
      case .markdown: record.markdown
      case .svg: Notice("one probability has no picture").svg
      }
    }
    try record.outcome.status.end()
  }

  private func request() throws(CatalogError) -> (Selection, RunSettings) {
    let selection = try Gamekeeper.registry.select(
      try Gamekeeper.registry.entry(game, kind: .game), adversary: adversary, suite: options.suite,
      settings: try options.parameters())
    guard let levels = selection.levels else {
      let games = Gamekeeper.registry.games.filter { game in
        (try? Gamekeeper.registry.select(game, adversary: nil, suite: game.suiteNames[0], settings: []))?.levels != nil
      }
      throw CatalogError(
        "`--split` means nothing for game `\(game)`: it declares no levels",
        hint: "one of: \(games.map(\.name).joined(separator: ", "))")
    }
    guard factor >= 1, pow(Double(factor), Double(levels - 1)) <= Self.most else {
      throw CatalogError(
        "`--split \(factor)` is out of range",
        hint: "1 or more, and what \(levels) levels make of it below 2^53: \(levels) levels multiply it \(levels - 1) times")
    }
    guard !outputs.contains(.svg) else {
      throw CatalogError("one probability has no picture (SVG)", hint: "text, markdown or json")
    }
    return (selection, try options.runSettings(defaultTrials: Self.trees))
  }
}
