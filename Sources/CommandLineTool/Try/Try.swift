internal import ArgumentParser
internal import Arena
internal import Foundation
internal import Words

struct Try: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compiles one adversary's file against this program, and plays it.",
    discussion: """
      The file holds a type that conforms to `Adversary`, or to `KeyThief`, and has `init()`. It is compiled with optimisation, \
      for the very game that it plays, and linked with what this program was built of: nothing else is compiled again. A game of \
      primitives is played on the calibrated suite.

      Examples:
        \(Program.name) try Impostor.swift --game key-secrecy
        \(Program.name) try Impostor.swift --game key-secrecy -- --set signatureBits=8

      What follows `--` goes to `play` or `hop`; a replay token of such a run goes to --replay. \
      `\(Program.name) new adversary` begins a package that lasts longer.

      Exit status: as play and hop; 65 if the file cannot be read or compiled; 69 without a Swift toolchain, or where the \
      program does not stand in the folder that it was built in.
      """)

  @Argument(help: "A Swift file.", completion: .file(extensions: ["swift"])) var file: String
  @Option(help: "The game or hop that it plays.", completion: Completions.entries) var game: String
  @Option(name: .shortAndLong, help: "The type to play, if the file has several.") var adversary: String?
  @Option(help: .init("Play the trial of a replay token again, step by step.", valueName: "token")) var replay: String?
  @Argument(parsing: .postTerminator, help: "Options of `play`, `hop` or `replay`.") var options: [String] = []

  func run() throws {
    let (entry, stage) = try Failure.orReport { () throws(CatalogError) in try playable() }
    let type = try adversaryType(in: Files.text(file))
    let build: BuiltProgram
    do throws(CatalogError) { build = try BuiltProgram() } catch { throw Failure.report(error, status: Failure.unavailable) }
    let folder = try Self.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // It speaks under this program's name.
    let program = "\(folder)/\(Program.name)"
    try build.compile([file, try write(Self.main(type, entry, stage), "\(folder)/Main.swift")], to: program)
    let play = [entry.kind.verb, entry.name, "--adversary", NewName.words(of: type)]
    let status = try Child.status(of: program, (replay.map { ["replay", $0] } ?? play) + options)
    if status != 0 { throw ExitCode(status) }
  }

  /// The game or hop, and the stage that is to be played on.
  private func playable() throws(CatalogError) -> (Entry, stage: String) {
    let registry = Gamekeeper.registry
    let entry = try registry.entry(game)
    guard let stage = entry.outside?.type else {
      let others = registry.entries.filter { $0.outside != nil }.map(\.name)
      throw CatalogError(
        "an adversary from outside cannot play \(entry.kind.rawValue) `\(game)`",
        hint: "it can play: \(others.joined(separator: ", "))")
    }
    return (entry, stage)
  }

  /// The only type in the text that says it is an adversary, or the one that is asked for.
  private func adversaryType(in text: String) throws -> String {
    let types = text.matches(of: /(?m)^\s*(?:public |final )*(?:struct|enum|class)\s+(\w+)[^{\n]*:[^{\n]*(?:Adversary|Thief)\b/)
      .map { String($0.1) }
    if let adversary {
      guard types.contains(adversary) else {
        throw Failure.report(.unknown("adversary of \(file)", adversary, among: types), status: Failure.badInput)
      }
      return adversary
    }
    guard let type = types.first, types.count == 1 else {
      let error =
        types.isEmpty
        ? CatalogError("`\(file)` has no adversary", hint: "a type that conforms to `Adversary` or `KeyThief`, and has `init()`")
        : CatalogError("`\(file)` has several adversaries", hint: "--adversary \(types.joined(separator: ", or "))")
      throw Failure.report(error, status: Failure.badInput)
    }
    return type
  }

  /// The program around the file. Which of the two functions is called depends on what the type is.
  private static func main(_ type: String, _ entry: Entry, _ stage: String) -> String {
    """
    import Adversaries
    import Arena
    import CommandLineTool
    import Coins
    import GameKit
    import Games
    import Policy
    import Primitives

    func player<A: Adversary>(_ adversary: A) -> A { adversary }
    func player<T: KeyThief>(_ thief: T) -> TestStolenKey<T> { TestStolenKey(thief) }

    @main struct Trial: GamekeeperTool {
      static let additions = Additions(
        from: "\(Additions.tried)",
        attacks: [
          OutsideAttack(
            Attack<\(stage)>("\(NewName.words(of: type))", "is tried", expects: "unknown") { _ in player(\(type)()) },
            on: ["\(entry.name)"])
        ])
    }

    """
  }

  private func write(_ text: String, _ path: String) throws -> String {
    do throws(SystemError) { try NewFile.write(text, to: path, mode: 0o600) } catch {
      throw Problem.fail("`\(path)` cannot be written: \(error.words)", status: Failure.cannotWrite)
    }
    return path
  }

  private static func temporaryFolder() throws -> String {
    do throws(SystemError) { return try NewFile.folder("\(FileManager.default.temporaryDirectory.path)/gamekeeper-") } catch {
      throw Problem.fail("no temporary folder: \(error.words)", status: Failure.cannotWrite)
    }
  }
}
