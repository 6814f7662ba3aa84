internal import AdversaryBridge
internal import ArgumentParser
internal import Arena
internal import Foundation
internal import Words

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begins a hop, a game, an adversary, a rule or a scenario of your own.",
    discussion: """
      Writes the folder NAME: a package of its own that builds and plays at once, with the whole command line, and fails one \
      test, which says what is left to write. A scenario needs no build.

      Examples:
        \(Program.name) new hop LostVault             then: swift run lab hop lost-vault
        \(Program.name) new adversary Impostor        against the whole protocol
        \(Program.name) new adversary Guesser --language python  for --adversary-command
        \(Program.name) new adversary Finder --language c --game hash-collision
        \(Program.name) new scenario lost-operator    then: \(Program.name) check lost-operator

      Exit status: 0; 64 if there is no such kind, if nothing can be called so, or if the library is not found; 74 if the folder \
      exists or cannot be written: then nothing was.
      """)

  @Argument(help: "What it is.") var kind: Kind
  @Argument(help: "What it is called, for example SwitchingLemma or switching-lemma.") var name: String
  @Option(
    help: .init(
      "The gamekeeper package: a folder, or an address. (default: the one that this program was built in)",
      valueName: "folder|url")) var library: String?

  @Option(help: "With an adversary: the language, if it is not Swift: python, javascript, c.") var language: Language?

  @Option(
    help: "With a language: the game or hop that it plays. (default: \(Opponent.byDefault))", completion: Completions.entries)
  var game: String?

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case hop, game, adversary, rule, scenario
  }

  func run() throws {
    let (next, files, folder) = try Failure.orReport { () throws(CatalogError) in
      if let language { return try foreign(language) }
      if let game {
        throw CatalogError("`--game \(game)` means nothing in Swift", hint: "it belongs to --language python, javascript or c")
      }
      let template = try Template(kind, NewName(name))
      return (
        template.next, try template.files(library: library), kind == .scenario ? template.name.words : template.name.type
      )
    }
    guard access(folder, F_OK) != 0 else {
      throw Failure.report(
        CatalogError("`\(folder)` exists already", hint: "choose another name, or another folder to be in"),
        status: Failure.cannotWrite)
    }
    do throws(SystemError) { try NewFolder.write(files, to: folder) } catch {
      throw Problem.fail("the folder `\(folder)` cannot be written: \(error.words)", status: Failure.cannotWrite)
    }
    try Descriptor.show("\(folder): \(files.count) files\n\n" + next.map { "    \($0)\n" }.joined())
  }

  /// What a file or a function of an adversary cannot be called beside the clients.
  private static let wordsOfClients: Set = [
    "class", "def", "for", "function", "gamekeeper", "import", "int", "json", "keygen", "main", "return", "run", "sign", "sys",
    "var", "verify", "void", "while", "yield",
  ]

  private func foreign(
    _ language: Language
  ) throws(CatalogError) -> (next: [String], files: [(path: String, text: String)], folder: String) {
    guard kind == .adversary else {
      throw CatalogError("a \(kind.rawValue) is not written in \(language.rawValue)", hint: "an adversary is")
    }
    guard library == nil else {
      throw CatalogError("`--library` means nothing in \(language.rawValue)", hint: "nothing is built: leave it out")
    }
    let name = try NewName(name)
    let opponent = try Opponent(Gamekeeper.registry.entry(game ?? Opponent.byDefault), in: Gamekeeper.registry)
    if Self.wordsOfClients.contains(name.type.lowercased()) {
      throw CatalogError("`\(name.type)` is taken: the client, or the language, has a name like it", hint: "choose another name")
    }
    return (
      language.next(name, against: opponent, program: Program.name), language.files(name, against: opponent), name.type
    )
  }
}
