internal import ArgumentParser
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

  @OptionGroup var judged: JudgedRunOptions

  func run() async throws {
    try await judged.run(.game, game, adversary: adversary, twin: twin)
  }
}
