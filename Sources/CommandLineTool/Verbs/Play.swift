internal import ArgumentParser
internal import Arena
internal import Words

struct Play: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plays a game with an adversary and judges its advantage against the bound.",
    discussion: """
      Examples:
        \(Program.name) play hash-idealization --set hashBits=8        a parameter
        \(Program.name) play hash-idealization --set hashBits=8...12   a sweep: each value
        \(Program.name) play signature-idealization -a maul --suite kms
                                                         real cryptography
        \(Program.name) play signature-idealization -a replay --twin forgetful
                                                         a planted defect, caught
        \(Program.name) play hash-idealization --by-hand   you are the adversary
        \(Program.name) play quorum-forgery -a guess-all-keys --set q_gen=5 --split 256
                                                         a win in 2^40 plays

      With --split a win that is too rare to be waited for is measured level by level, in a game that declares levels: what has \
      come to one is played on from there so many times, on the coins that were drawn up to there and fresh ones besides. The \
      estimate is unbiased, and its limits hold whenever it is stopped. --trials are then trees, \(SplitRun.trees) by default; \
      the best factor is one over the probability of passing a level.

      The last line of a run has the verdict; `\(Program.name) describe VERDICT` says what it shows and what not.

      \(Self.runStatus)
      """)

  /// What the exit status of a run of `play` or `hop` means.
  static let runStatus = """
    Exit status: 0 nothing contradicts the bound, or the verdict is the one of --expect; 1 something does, or another verdict; 2 \
    too few trials to tell; 130 interrupted, with what was played.
    """

  @Argument(help: "The game; `\(Program.name) list games` names them.", completion: Completions.games)
  var game: String

  @Option(name: .shortAndLong, help: "The adversary; by default the game's first.", completion: Completions.adversaries)
  var adversary: String?

  @Option(help: "Plant a defect in the right world; `describe` lists them.", completion: Completions.twins)
  var twin: String?

  @Option(
    parsing: .unconditional,
    help: .init("Measure a rare win by playing on from each level of the game so many times.", valueName: "factor"))
  var split: Int?

  @OptionGroup var judged: JudgedRunOptions

  func run() async throws {
    if let split {
      try Failure.orReport { () throws(CatalogError) in
        try judged.refuse(
          by: "split", [("twin", twin != nil), ("coupling", judged.coupling != nil), ("by-hand", judged.byHand)],
          "trees measure a probability, in the game as it is")
      }
      return try await SplitRun(
        game: game, adversary: adversary, factor: split, options: judged.options, outputs: try judged.output.outputs()
      ).run()
    }
    try await judged.run(.game, game, adversary: adversary, twin: twin)
  }
}
