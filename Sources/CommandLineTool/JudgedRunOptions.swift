internal import ArgumentParser
internal import Arena

/// What can be said of a run of `play` and of `hop` alike.
struct JudgedRunOptions: ParsableArguments {
  @Option(
    help: "Coins of the two worlds: coupled (default, with lockstep) or independent.",
    completion: .list(["coupled", "independent"]))
  var coupling: String?

  @Option(
    help: "The verdict that makes the exit status 0, or atMostBound for any that does not exceed the bound.",
    completion: Completions.verdicts)
  var expect: String?

  @Option(
    help: ArgumentHelp(
      "Judge by chances of guesses, not by counts of events: auto (where events are too rare to be counted), required, off. "
        + "(default: auto)"),
    completion: .list(ChanceUse.allCases.map(\.rawValue)))
  var chances: String?

  @OptionGroup var outside: OutsideOptions

  @OptionGroup var options: RunOptions

  @OptionGroup var output: OutputOptions<RunFormat>

  @Option(
    help: .init("As -o, whatever the ending: the picture (SVG) of a sweep, such as --set hashBits=8...16.", valueName: "file"),
    completion: .file())
  var plot: String?

  func run(_ kind: Entry.Kind, _ name: String, adversary: String?, twin: String?) async throws {
    try await Runner(
      kind: kind, name: name, adversary: adversary, twin: twin, coupling: coupling, expected: expect, chances: chances,
      outside: outside, options: options,
      outputs: try output.outputs((.svg, plot))
    ).run()
  }
}
