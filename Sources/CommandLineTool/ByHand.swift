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

  /// Of the other adversary so many steps are shown.
  private static let otherSteps = 40

  func run() throws {
    let (selection, settings) = try Failure.orReport(request)
    let lines = StandardInput()
    Interrupts.listen()
    introduce(selection, settings.rule.trials)
    var trials: [HandRecord.Trial] = []
    var stop: Hand.Stop?
    for trial in 0..<settings.rule.trials where stop == nil {
      if settings.rule.trials > 1 { Self.say("\nTrial \(trial) of 0 to \(settings.rule.trials - 1).") }
      let hand = Hand(say: Self.say) { lines.next($0) }
      switch hand.play(try select(hand, hand.command), trial: trial, source: settings.source) {
      case .success(let script): trials.append(try opened(script, trial, settings.source))
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
  private func request() throws(CatalogError) -> (Selection, RunSettings) {
    if outputs.contains(.svg) { throw CatalogError("a trial by hand has no picture", hint: "text, markdown or json") }
    let selection = try Gamekeeper.registry.select(
      entry, adversary: adversary, suite: options.suite, settings: try options.parameters(), twin: twin, coupling: coupling)
    // The world is a coin, which nobody should know from the seed.
    return (selection, try options.runSettings(defaultTrials: 1, defaultCoins: "secret"))
  }

  private func select(_ outsider: some Outsider, _ command: String) throws -> Selection {
    try Failure.orReport { () throws(CatalogError) in
      let played = entry.played(by: outsider)
      let settings = try options.parameters().filter { setting in
        entry.parameters.first { $0.name == setting.name }?.applies(to: command) ?? true
      }
      return try Gamekeeper.registry.select(
        played, adversary: command, suite: options.suite, settings: settings, twin: twin, coupling: coupling)
    }
  }

  /// The trial with its coins opened, by the code of `replay`.
  private func opened(_ script: HandScript, _ trial: UInt64, _ source: CoinSource) throws -> HandRecord.Trial {
    let selection = try select(script, script.command)
    let token = ReplayToken(selection, source: source, trial: trial)
    let trace = token.play()
    let other = try Failure.orReport { () throws(CatalogError) in
      try Gamekeeper.registry.select(
        entry, adversary: adversary, suite: options.suite, settings: try options.parameters(), twin: twin, coupling: coupling)
    }
    let otherToken = ReplayToken(other, source: source, trial: trial)
    let world = selection.hasTwoWorlds ? Hand.world(of: trial, source) : nil
    func words(_ isRight: Bool) -> String { isRight ? "right" : "left" }
    let guess: Bool? = if case .bit(let bit) = script.ending { bit } else { nil }
    return HandRecord.Trial(
      world: world.map { words($0 == .rightFirst) }, guess: world == nil ? nil : guess.map(words),
      isWon: world.map { guess == ($0 == .rightFirst) } ?? (trace.badAt != nil), trace: trace, replay: token.text,
      other: .init(
        adversary: other.adversary, trace: otherToken.play(mostSteps: Self.otherSteps), replay: otherToken.text))
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
