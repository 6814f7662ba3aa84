public import ArgumentParser
internal import CBuild
internal import Catalog
internal import Foundation

/// The command line: `gamekeeper VERB …`.
public struct Gamekeeper: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
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
        gamekeeper attack transplant                     a scripted attack, told step by step

      A game is played by an adversary; a hop is two games that it is to tell apart, and a bound on how well it can. `gamekeeper \
      describe WORD` explains \
      every word and symbol that occurs.

      Results go to standard output, progress and errors to standard error. Exit status: 0 expectations met, 1 not met,
      2 inconclusive, 64 usage, 65 bad input file, 69 helper unavailable, 70 internal error, 74 output
      could not be written, 130 interrupted (143 by SIGTERM, 129 by SIGHUP).
      """,
    version: "gamekeeper 0.1.0 (commit \(String(cString: gamekeeper_commit())), libcrypto \(Catalog.libcryptoVersion))",
    groupedSubcommands: [
      .init(name: "Orientation", subcommands: [List.self, Describe.self]),
      .init(
        name: "Proof",
        subcommands: [Play.self, Hop.self, Theorem.self, Terms.self, Exact.self, Replay.self, Conform.self, Selftest.self]),
      .init(name: "Protocol", subcommands: [Attack.self, Explore.self, MatrixVerb.self, Check.self, Diff.self]),
    ])

  public init() {}

  /// Reads the command line, does what it says, and ends the program with its status.
  public static func main() async {
    Descriptor.reserveStandardStreams()
    if let status = Resources.shortage() { Foundation.exit(status.rawValue) }
    Traps.listen()
    Foundation.exit(await status().rawValue)
  }

  /// As ArgumentParser has it, but every mistake on the command line is one line that names it and one with a hint, and nothing
  /// is lost in silence.
  private static func status() async -> ExitCode {
    do {
      try Failure.checkVerb(CommandLine.arguments.dropFirst())
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
      return .success
    } catch let status as ExitCode {
      return status
    } catch  where exitCode(for: error) == .success {
      // Help, version and completions are errors to ArgumentParser.
      do { try Descriptor.show(fullMessage(for: error) + "\n") } catch { return Failure.cannotWrite }
      return .success
    } catch  where exitCode(for: error) == .validationFailure {
      let verb = CommandLine.arguments.dropFirst().first.flatMap { $0.hasPrefix("-") ? nil : " \($0)" } ?? ""
      let message = message(for: error).backticked.replacing(":\n  - ", with: ": ").replacing("\n  - ", with: ", ").replacing(
        /\n\s*/, with: " ")
      return Failure.report(CatalogError(message, hint: "see `gamekeeper\(verb) --help`"))
    } catch {
      return Problem.fail("internal error: \(error)", status: Failure.internalError)
    }
  }
}

extension String {
  /// Quoted words in backticks; an apostrophe within a word stays.
  fileprivate var backticked: String {
    let characters = Array(self)
    return String(
      characters.indices.map { index in
        let isWithin =
          index > 0 && index + 1 < characters.count && characters[index - 1].isLetter && characters[index + 1].isLetter
        return characters[index] == "'" && !isWithin ? "`" : characters[index]
      })
  }
}
