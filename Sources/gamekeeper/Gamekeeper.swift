internal import ArgumentParser
internal import Catalog

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
        gamekeeper hop ind_cr --set hashBits=8...12      a sweep of a parameter
        gamekeeper exact ind_cr --set hashBits=2         over all coins
        gamekeeper theorem                               every hop, one table

      Results go to standard output, progress and errors to standard error. Exit status: 0 expectations met, 1 not met,
      2 inconclusive, 64 usage, 65 bad input file, 69 helper unavailable, 70 internal error, 130 interrupted.
      """,
    version: "gamekeeper 0.1.0",
    subcommands: [
      List.self, Describe.self, Play.self, Hop.self, Theorem.self, Terms.self, Exact.self, Replay.self, Selftest.self, Attack.self, Explore.self,
      MatrixVerb.self, Check.self, Diff.self,
    ])

  /// As ArgumentParser's, but every mistake on the command line is one line that names it and one with a hint.
  static func main() async {
    do {
      try Resources.check()
      if let verb = CommandLine.arguments.dropFirst().first, !verb.hasPrefix("-") { try Failure.checkVerb(verb) }
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
    } catch let code as ExitCode {
      exit(withError: code)
    } catch where exitCode(for: error) == .validationFailure {
      let verb = CommandLine.arguments.dropFirst().first { !$0.hasPrefix("-") }.map { " \($0)" } ?? ""
      let message = message(for: error).replacing("'", with: "`").replacing(":\n  - ", with: ": ").replacing("\n  - ", with: ", ").replacing("\n", with: " ")
      exit(withError: Failure.report(CatalogError(message, hint: "see `gamekeeper\(verb) --help`")))
    } catch {
      exit(withError: error)
    }
  }
}
