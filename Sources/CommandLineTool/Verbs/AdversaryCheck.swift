internal import AdversaryBridge
internal import ArgumentParser
internal import Arena
internal import ChildProcesses
internal import Primitives
internal import Records
internal import Reports
internal import Words

struct AdversaryCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks at the manners of an adversary in another language: whether it keeps to the protocol.",
    discussion: """
      It plays some trials of a game again and again, each time in another way, and compares what is said; it tells the command \
      what it may be told, and sees what it does then. Whether the adversary wins does not matter here.

      \(Manner.allCases.map { "  \($0.rawValue): \($0.words)" }.joined(separator: "\n"))

      A command whose manners are not these forfeits trials when it plays: that costs it the game, and nobody else. What is said \
      line by line is in docs/protocol.md, and GAMEKEEPER_TRACE=FILE writes it down.

      Examples:
        \(Program.name) adversary check 'python3 mine.py'
        \(Program.name) adversary check ./mine --game key-secrecy --within 1s

      Exit status: 0 all is as it should be; 1 something is not; 64 no such game; 69 it cannot be started; 130 interrupted.
      """)

  @Argument(help: "The adversary: a command in one argument, as for `play --adversary-command`.") var command: String
  @Option(help: "The game or hop that it plays. (default: \(Opponent.byDefault))", completion: Completions.entries)
  var game: String?
  @Option(name: .long, help: "Primitives to play on: \(SuiteName.namesOfPrimitives).", completion: Completions.suites)
  var suite = "calibrated"
  @Option(
    name: .customLong("set"), help: "A parameter, as name=value; repeatable. `describe` lists them.",
    completion: Completions.parameters) var settings: [String] = []
  @Option(parsing: .unconditional, help: "So many trials are compared, 64 or more if 64 at once are to be. (default: 64)")
  var trials = 64
  @Option(parsing: .unconditional, help: "How long it may take to a line, for example 1s. (default: 5s)") var within: String?
  @Option(
    help: "How the command is confined: require, best, none. (default: best)",
    completion: .list(Sandbox.Demand.allCases.map(\.rawValue)))
  var sandbox: String?
  @OptionGroup var output: OutputOptions<Format>

  func run() throws {
    let outputs = try output.outputs()
    let program = try Failure.orReport(program)
    let check = MannerCheck(program, trials: UInt64(trials)) { Failure.say($0) }
    let selection = try Failure.orReport { () throws(CatalogError) in
      try Gamekeeper.registry.select(
        try Gamekeeper.registry.entry(game ?? Opponent.byDefault).played(by: check), adversary: check.command, suite: suite,
        settings: try RunOptions.pairs(settings))
    }
    let confinement = try OutsideOptions.checkStart(program)
    Interrupts.listen()
    guard let findings = check.findings(in: selection) else {
      throw Failure.report(
        CatalogError("`\(selection.entry.name)` cannot be played from outside", hint: "its queries have no form in JSON"))
    }
    if Interrupts.isRaised { throw Failure.interrupted }
    let record = MannerRecord(
      command: command, confinement: confinement.description, game: selection.entry.name, suite: suite, trials: trials,
      findings: findings)
    try outputs.write { try $0.of(text: record.text, markdown: record.markdown, json: record, status: record.status) }
    try record.status.end()
  }

  private func program() throws(CatalogError) -> AdversaryBridge.Program {
    guard (1...10_000).contains(trials) else { throw CatalogError("`--trials \(trials)` is out of range", hint: "1 to 10000") }
    var program = try OutsideOptions.program(command, sandbox: sandbox, from: nil)
    if let within { program.patience.line = try RunOptions.duration(within, of: "within") }
    return program
  }
}
