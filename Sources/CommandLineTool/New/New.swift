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

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case hop, game, adversary, rule, scenario
  }

  func run() throws {
    let (template, files) = try Failure.orReport { () throws(CatalogError) in
      let template = try Template(kind, NewName(name))
      return (template, try template.files(library: library))
    }
    let folder = kind == .scenario ? template.name.words : template.name.type
    guard access(folder, F_OK) != 0 else {
      throw Failure.report(
        CatalogError("`\(folder)` exists already", hint: "choose another name, or another folder to be in"),
        status: Failure.cannotWrite)
    }
    do throws(SystemError) { try NewFolder.write(files, to: folder) } catch {
      throw Problem.fail("the folder `\(folder)` cannot be written: \(error.words)", status: Failure.cannotWrite)
    }
    try Descriptor.show("\(folder): \(files.count) files\n\n" + template.next.map { "    \($0)\n" }.joined())
  }
}
