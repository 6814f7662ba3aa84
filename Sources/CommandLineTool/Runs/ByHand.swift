internal import AdversaryBridge
internal import ArgumentParser
internal import Arena
internal import Coins
internal import GameKit
internal import Records
internal import Referee
internal import Reports
internal import Words

/// `--by-hand`: whoever types is the adversary. The conversation is narration, on standard error; what lay behind it is the
/// result.
struct ByHand {
  let entry: Entry
  /// The adversary that is played on the same coins, for comparison; nil for the first that there is.
  let adversary: String?
  let twin: String?
  let coupling: Coupling?
  let options: RunOptions
  let outputs: Outputs<RunFormat>

  func run() throws {
    let (game, selection, settings) = try Failure.orReport(request)
    let lines = StandardInput()
    Interrupts.listen()
    introduce(selection, settings.rule.trials)
    var trials: [HandRecord.Trial] = []
    var stop: Hand.Stop?
    for trial in 0..<settings.rule.trials where stop == nil {
      if settings.rule.trials > 1 { Self.say("\nTrial \(trial) of 0 to \(settings.rule.trials - 1).") }
      let hand = Hand(say: Self.say) { lines.next($0) }
      let played = try Failure.orReport { () throws(CatalogError) in try game.select(hand) }
      switch hand.play(played, trial: trial, source: settings.source) {
      case .success(let script):
        trials.append(
          try Failure.orReport { () throws(CatalogError) in try game.opened(script, trial: trial, source: settings.source) })
      case .failure(let why): stop = why
      }
    }
    if !trials.isEmpty {
      let record = HandRecord(
        game: entry.name, suite: selection.suite.rawValue, twin: twin, parameters: selection.parameters,
        seed: settings.source.seed, generator: settings.source.kind, trials: trials)
      Self.say("")
      try outputs.write { format in
        switch format {
        case .text: record.text
        case .json: try JSON.text(record, status: stop == nil ? .met : nil)
        case .markdown: record.markdown
        case .svg: Notice("a trial by hand has no picture").svg
        }
      }
    }
    if let stop { throw Self.unfinished(stop, trial: trials.count) }
  }

  /// What is asked for, with the adversary to compare with.
  private func request() throws(CatalogError) -> (HandGame, Selection, RunSettings) {
    if outputs.contains(.svg) { throw CatalogError("a trial by hand has no picture", hint: "text, markdown or json") }
    let game = HandGame(
      entry, in: Gamekeeper.registry, adversary: adversary, suite: options.suite, settings: try options.parameters(),
      twin: twin, coupling: coupling)
    let selection = try game.compared
    // The world is a coin, which nobody should know from the seed.
    return (game, selection, try options.runSettings(defaultTrials: 1, defaultCoins: "secret"))
  }

  // MARK: Words

  private static let say: @Sendable (String) -> Void = { Failure.line($0) }

  private func introduce(_ selection: Selection, _ trials: UInt64) {
    let settings = selection.parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    Self.say("\(entry.kind.rawValue) \(entry.name): \(entry.title)")
    for line in entry.claim.split(separator: "\n") { Self.say(String(line)) }
    Self.say("bound: \(entry.bound(selection.suite))")
    Self.say("suite: \(selection.suite.rawValue)   \(settings)\(twin.map { ", twin \($0)" } ?? "")")
    Self.say(
      selection.hasTwoWorlds
        ? "You are the adversary. A coin has chosen the left world or the right one: which?"
        : "You are the adversary, and there is one world: win.")
  }

  private static func unfinished(_ stop: Hand.Stop, trial: Int) -> ExitCode {
    let asked = stop.asked == 1 ? "1 query" : "\(stop.asked) queries"
    switch stop.why {
    case .interrupted:
      Failure.say("interrupted in trial \(trial), after \(asked): it has no guess, and does not count")
      return Failure.interrupted
    case .inputEnded:
      return Failure.report(
        .init(
          "the input ended in trial \(trial), after \(asked)", hint: "`guess left`, `guess right`, `done` or `resign` ends it"),
        status: Failure.badInput)
    }
  }
}
