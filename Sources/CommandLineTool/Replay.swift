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

      Exit status: 0 it was played, however it ended; 64 the token is damaged, or of another version.
      """)

  @Argument(help: "The token, as a run printed it; blanks, line breaks and quotes in it do not count. `-` reads standard input.")
  var token: [String]

  @Flag(name: .customLong("run"), help: "Run the command of a token whose adversary is one.") var runsCommand = false

  @Flag(help: "Also list every coin under its name.")
  var showCoins = false

  @Flag(help: "Also list every move with its chance, up to the first that succeeds, where chances are known.")
  var showChances = false

  @Option(parsing: .unconditional, help: "Show so many steps at most, and their coins; 0 to \(TrialRecord.mostSteps.upperBound).")
  var mostSteps = 1_000

  @OptionGroup var output: OutputOptions<Format>

  func run() throws {
    let outputs = try output.outputs()
    let pasted = self.token == ["-"] ? try Files.text("-") : self.token.joined(separator: " ")
    var checked: AdversaryBridge.Program?
    let token = try Failure.orReport { () throws(CatalogError) in
      try ReplayToken(Self.token(in: pasted), in: Gamekeeper.registry) { command throws(CatalogError) in
        guard runsCommand else {
          throw CatalogError(
            "the token is of the adversary `\(command)`, and to replay it is to run that", hint: "if you trust it: add --run")
        }
        let program = try OutsideOptions.program(command)
        checked = program
        return ProcessOutsider(program) { Failure.say($0) }
      }
    }
    if let checked { try OutsideOptions.checkTrace(of: checked) }
    guard TrialRecord.mostSteps.contains(mostSteps) else {
      throw Failure.report(
        CatalogError("`--most-steps \(mostSteps)` is out of range", hint: "0 to \(TrialRecord.mostSteps.upperBound)"))
    }
    if showChances, let why = token.selection.noChances {
      throw Failure.report(CatalogError("`--show-chances` shows nothing: \(why)", hint: "leave it out"))
    }
    let record = token.play(mostSteps: mostSteps, showsMoves: showChances)
    if let cut = record.cut { Failure.say("not shown: \(cut); --most-steps shows more") }
    try outputs.write { try $0.of(text: record.text(showsCoins: showCoins), markdown: record.markdown, json: record) }
  }

  /// The last line of a run is as good as the token in it.
  private static func token(in pasted: String) -> String {
    pasted.firstMatch(of: /^\s*\S+\s+replay\s+(.*)$/.dotMatchesNewlines()).map { String($0.1) } ?? pasted
  }
}
