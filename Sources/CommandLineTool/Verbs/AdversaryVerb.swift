internal import ArgumentParser
internal import Words

struct AdversaryVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adversary", abstract: "Looks at adversaries in other languages: `\(Program.name) adversary check CMD`.",
    subcommands: [AdversaryCheck.self])
}
