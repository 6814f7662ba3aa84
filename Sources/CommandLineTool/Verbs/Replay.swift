internal import AdversaryBridge
internal import ArgumentParser
internal import Arena
internal import Records
internal import Reports
internal import Words

struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plays one trial again, step by step, from its token.",
    discussion: """
      Every run prints a token. It holds everything: game, adversary, suite, parameters, seed and trial.

      Examples:
        \(Program.name) play signature-idealization -a replay --twin forgetful --trials 9
                                         ends with `\(Program.name) replay 'gk1:…'`
        \(Program.name) replay - < token.txt  a token, or that whole line
        \(Program.name) replay --last-bad 'gk1:…'  another trial of that run

      Values of many digits are called by names, which the end explains; --hex shows the digits.

      Exit status: 0 it was played, however it ended; 64 the token is damaged, or of another version.
      """)

  @Argument(help: "The token, as a run printed it; blanks, line breaks and quotes in it do not count. `-` reads standard input.")
  var token: [String]

  @Flag(name: .customLong("run"), help: "Run the command of a token whose adversary is one.") var runsCommand = false

  @Flag(help: "Also list every coin under its name.")
  var showCoins = false

  @Flag(help: "Also list every move with its chance, up to the first that succeeds, where chances are known.")
  var showChances = false

  @Flag(
    help: """
      Also show the reduction of a hop, a box in the wire: what is asked of it, what it asks its own challenger for that, and \
      what it answers.
      """)
  var showReduction = false

  @Flag(help: "Show every value in hexadecimal digits, without names.") var hex = false

  @Flag(help: .init("Not the token's own trial, but the first of the run's in which the bad event occurs, or the game is won."))
  var firstBad = false
  @Flag(help: "The last such trial among --trials.") var lastBad = false
  @Flag(help: "The first trial in which the adversary tells the worlds apart by its bit, or the game is won.") var firstWin =
    false

  @Option(parsing: .unconditional, help: "With one of these: among so many trials of the run. (default: as many as a run has)")
  var trials: String?

  @Option(parsing: .unconditional, help: "Show so many steps at most, and their coins; 0 to \(TrialRecord.mostSteps.upperBound).")
  var mostSteps = 1_000

  @OptionGroup var output: OutputOptions<Format>

  func run() throws {
    let outputs = try output.outputs()
    let pasted = self.token == ["-"] ? try Files.text("-") : self.token.joined(separator: " ")
    var checked: AdversaryBridge.Program?
    let token = try Failure.orReport { () throws(CatalogError) in
      try ReplayToken(Self.token(in: pasted), in: Gamekeeper.registry) { command throws(CatalogError) in
        if let script = HandScript(command: command) { return script }
        guard runsCommand else {
          throw CatalogError(
            "the token is of the adversary `\(command)`, and to replay it is to run that", hint: "if you trust it: add --run")
        }
        let program = try OutsideOptions.program(command)
        checked = program
        return ProcessOutsider(program) { Failure.say($0) }
      }
    }
    if let checked {
      try OutsideOptions.orReport { () throws(OutsideOptions.Unplayable) in try OutsideOptions.checkTrace(of: checked) }
    }
    guard TrialRecord.mostSteps.contains(mostSteps) else {
      throw Failure.report(
        CatalogError("`--most-steps \(mostSteps)` is out of range", hint: "0 to \(TrialRecord.mostSteps.upperBound)"))
    }
    if showChances, let why = token.selection.noChances {
      throw Failure.report(CatalogError("`--show-chances` shows nothing: \(why)", hint: "leave it out"))
    }
    let shown = try asked(of: token)
    let record = shown.play(mostSteps: mostSteps, showsMoves: showChances, showsReduction: showReduction)
    if let cut = record.cut { Failure.say("not shown: \(cut); --most-steps shows more") }
    if shown.trial != token.trial { Failure.say("trial \(shown.trial): \(CommandWords.replay(shown.text))") }
    guard !showReduction || record.relayed != nil else {
      throw Failure.report(
        CatalogError("`--show-reduction` shows nothing: no reduction is played beside this trial", hint: "leave it out"))
    }
    let names = hex ? TraceNames.none : TraceNames(record)
    try outputs.write {
      try $0.of(
        text: record.text(showsCoins: showCoins, names: names), markdown: record.markdown(names: names), json: record)
    }
  }

  /// The token of the trial that is asked for.
  private func asked(of token: ReplayToken) throws -> ReplayToken {
    let wishes = [(firstBad, TrialSearch.firstBad), (lastBad, .lastBad), (firstWin, .firstWin)].filter(\.0).map(\.1)
    guard let wish = wishes.first else {
      guard trials == nil else {
        throw Failure.report(
          CatalogError("`--trials` means nothing here", hint: "it belongs to --first-bad, --last-bad and --first-win"))
      }
      return token
    }
    guard wishes.count == 1 else {
      throw Failure.report(CatalogError("`--\(wishes[1].option)`: one trial is shown", hint: "ask for --\(wish.option) alone"))
    }
    Interrupts.listen()
    let count = try Failure.orReport { () throws(CatalogError) in
      try trials.map { text throws(CatalogError) in try RunOptions.count(text) } ?? token.selection.suite.trials
    }
    switch try Failure.orReport({ () throws(CatalogError) in try wish.find(token, among: count) }) {
    case .failure:
      Failure.say("interrupted before such a trial was seen")
      throw Failure.interrupted
    case .success(nil):
      throw Failure.report(
        CatalogError("`--\(wish.option)`: there is no such trial among \(count)", hint: "--trials NUMBER looks at more of them"))
    case .success(let trial?): return ReplayToken(token.selection, source: token.source, trial: trial)
    }
  }

  /// The last line of a run is as good as the token in it.
  private static func token(in pasted: String) -> String {
    pasted.firstMatch(of: /^\s*\S+\s+replay\s+(.*)$/.dotMatchesNewlines()).map { String($0.1) } ?? pasted
  }
}
