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

  @Flag(help: "Be the adversary yourself, a query a line: for a terminal or a pipe. -a is played on the same coins afterwards.")
  var byHand = false

  @OptionGroup var options: RunOptions

  @OptionGroup var baseline: BaselineOptions

  @OptionGroup var output: OutputOptions<RunFormat>

  @Option(
    help: .init("As -o, whatever the ending: the picture (SVG) of a sweep, such as --set hashBits=8...16.", valueName: "file"),
    completion: .file())
  var plot: String?

  func run(_ kind: Entry.Kind, _ name: String, adversary: String?, twin: String?) async throws {
    if byHand {
      let (entry, worlds) = try Failure.orReport { () throws(CatalogError) in
        try refuse(
          by: "by-hand", [("budget", options.budget != nil), ("threads", options.threads != nil)],
          "trials by hand are shown, not judged")
        return (try Gamekeeper.registry.entry(name, kind: kind), try Runner.coupling(coupling))
      }
      return try ByHand(
        entry: entry, adversary: adversary, twin: twin, coupling: worlds, options: options, outputs: try output.outputs()
      ).run()
    }
    try await Runner(
      kind: kind, name: name, adversary: adversary, twin: twin, coupling: coupling, expected: expect, chances: chances,
      outside: outside, baseline: try baseline.read(), options: options,
      outputs: try output.outputs((.svg, plot))
    ).run()
  }

  /// Refuses what belongs to runs that are judged.
  /// - Parameters:
  ///   - option: by which nothing is.
  ///   - more: what it ignores besides.
  func refuse(by option: String, _ more: [(String, Bool)], _ why: String) throws(CatalogError) {
    let ignored =
      [
        ("expect", expect != nil), ("baseline", baseline.baseline != nil), ("chances", chances != nil), ("plot", plot != nil),
        ("order", options.order != nil), ("adversary-command", outside.adversaryCommand != nil),
        ("width", options.width != nil), ("stop-when", options.stopWhen != "trials"),
      ] + more
    if let ignored = ignored.first(where: \.1)?.0 {
      throw CatalogError("`--\(ignored)` means nothing with `--\(option)`", hint: why)
    }
    _ = try outside.outsider(beside: nil)
  }
}
