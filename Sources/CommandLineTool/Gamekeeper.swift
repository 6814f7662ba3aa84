public import ArgumentParser
public import Arena
internal import CBuild
internal import Catalog
internal import ChildProcesses
internal import Foundation
public import Policy
internal import Records
public import Scenarios
internal import Words

/// The command line: `gamekeeper VERB …`.
public struct Gamekeeper: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: Program.name,
    abstract: "Plays a machine-checked security proof: every hop as a pair of games, every adversary against its bound.",
    discussion: """
      Start with:
        \(Program.name) list                                  what there is
        \(Program.name) describe signature-idealization       claim, source, bound
        \(Program.name) play signature-idealization -a guess  one against its bound
        \(Program.name) hop ind_uf -a guess                   a hop with its reduction
        \(Program.name) hop ind_cr --set hashBits=8...12      a sweep of a parameter
        \(Program.name) exact ind_cr --set hashBits=2         over all coins
        \(Program.name) theorem                               every hop, one table
        \(Program.name) attack transplant                     an attack, step by step

      A game is played by an adversary; a hop is two games that it is to tell apart, and a bound on how well it can. \
      `\(Program.name) describe WORD` explains every word and symbol that occurs.

      Results go to standard output, progress and errors to standard error. Exit status: 0 expectations met, 1 not met, \
      2 inconclusive, 64 usage, 65 bad input file, 69 helper unavailable, 70 internal error, 74 output could not be written, \
      75 run again to go on, 130 interrupted (143 by SIGTERM, 129 by SIGHUP).
      """,
    version: "gamekeeper \(version) (commit \(String(cString: gamekeeper_commit())), libcrypto \(Catalog.libcryptoVersion))",
    groupedSubcommands: [
      .init(name: "Orientation", subcommands: [List.self, Describe.self]),
      .init(
        name: "Proof",
        subcommands: [Play.self, Hop.self, Theorem.self, Terms.self, Exact.self, Replay.self, Conform.self, Selftest.self]),
      .init(name: "Long runs", subcommands: [CampaignVerb.self, Compare.self, BaselineVerb.self]),
      .init(name: "Protocol", subcommands: [Attack.self, Explore.self, MatrixVerb.self, Check.self, Diff.self, Prove.self]),
      .init(name: "In the browser", subcommands: [Serve.self, SiteVerb.self, Report.self]),
      .init(name: "Your own", subcommands: [New.self, AdversaryVerb.self, Grade.self, Try.self, Mcp.self]),
    ])

  /// The version of the package; CHANGELOG.md says what a new one may change.
  static let version = "0.2.0"

  /// Who makes records.
  static let maker = MakerRecord(version: version, commit: String(cString: gamekeeper_commit()), host: host)

  private static var host: String {
    var facts = utsname()
    uname(&facts)
    let machine = withUnsafeBytes(of: &facts.machine) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    return "\(machine), \(ProcessInfo.processInfo.processorCount) cores"
  }

  /// The lists that everything is looked up in: the catalogue's, with what a package of its own adds.
  @TaskLocal static var registry = Catalog.registry

  public init() {}

  /// Reads the command line, does what it says, and ends the program with its status.
  /// - Parameters:
  ///   - additions, rules, invariants: what packages of their own bring; what of it does not fit ends the program at once.
  ///   - name: what the program is called.
  ///
  /// On the main actor, where a program begins: elsewhere the runtime would open files and start threads first, which closed
  /// standard streams and a shortage of files do not survive.
  @MainActor
  public static func main(
    adding additions: [Additions] = [], rules: [any RuleAddition] = [], invariants: [any Invariant] = [],
    called name: String = "gamekeeper"
  ) async {
    Confinement.beginIfAsked()
    Descriptor.reserveStandardStreams()
    let status = await Program.$name.withValue(name) {
      if let status = Resources.shortage() { return status }
      Traps.listen()
      return await JSON.$maker.withValue(maker) { await Self.status(adding: additions, rules, invariants) }
    }
    Foundation.exit(status.rawValue)
  }

  private static func status(
    adding additions: [Additions], _ rules: [any RuleAddition], _ invariants: [any Invariant]
  ) async -> ExitCode {
    let domain: DomainAdditions
    do throws(RowError) { domain = try DomainAdditions(rules: rules, invariants: invariants) } catch {
      return Problem.fail(error.description, status: Failure.usage)
    }
    do throws(CatalogError) {
      let registry = try Catalog.registry.adding(additions)
      return await domain.inForce { await $registry.withValue(registry) { await status() } }
    } catch { return Failure.report(error) }
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
      return Failure.report(CatalogError(message, hint: "see `\(Program.name)\(verb) --help`"))
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
