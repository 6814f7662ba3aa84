internal import ArgumentParser

@main
struct Gamekeeper: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gamekeeper",
    abstract: "Plays a machine-checked security proof: every hop as a pair of games, every adversary against its bound.",
    discussion: """
      Start with:
        gamekeeper list                                  what there is
        gamekeeper describe signature-idealization       claim, source, bound
        gamekeeper play signature-idealization -a guess  one against its bound
        gamekeeper hop ind_uf -a guess                   a hop with its reduction
        gamekeeper theorem                               every hop, one table

      Results go to standard output, progress and errors to standard error. Exit status: 0 expectations met, 1 not met,
      2 inconclusive, 64 usage, 65 bad input file, 69 helper unavailable, 70 internal error, 130 interrupted.
      """,
    version: "gamekeeper 0.1.0",
    subcommands: [List.self, Describe.self, Play.self, Hop.self, Theorem.self, Replay.self, Selftest.self])
}
