internal import ArgumentParser
internal import Arena
internal import Playground
internal import Words

struct SiteVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Writes the playground as files: the same pages, with recorded runs.",
    discussion: """
      The pages open from the folder, without a server and without a network, or from a course's web space. What needs the \
      program (runs, rules to take out) is `\(Program.name) serve`.

      Examples:
        \(Program.name) site -o playground
        \(Program.name) site -o playground --trials 1e5  longer runs are recorded

      Exit status: 0; 74 the folder is not empty, or cannot be written; 130 interrupted, and nothing is written.
      """)

  @Option(name: .shortAndLong, help: .init("The folder, new or empty.", valueName: "folder"), completion: .directory)
  var output: String
  @Option(parsing: .unconditional, help: "Trials of each recorded run.") var trials = "1000"
  @OptionGroup var progress: ProgressOptions

  func run() async throws {
    let count = try Failure.orReport { () throws(CatalogError) in try RunOptions.count(trials) }
    guard count <= 10_000_000 else {
      throw Failure.report(CatalogError("`--trials \(trials)` is out of range", hint: "1 to 10000000"))
    }
    guard Files.names(in: output).isEmpty else {
      throw Failure.report(
        CatalogError("`\(output)` is not empty", hint: "name a folder that is new or empty"), status: Failure.cannotWrite)
    }
    Interrupts.listen()
    let site = PlaygroundSite(registry: Gamekeeper.registry, trials: count)
    let files: [PlaygroundSite.File]?
    do throws(CatalogError) {
      files = try await site.files { name in
        Progress.say(name)
        return !Interrupts.isRaised
      }
    } catch { throw Failure.report(error) }
    Progress.finish()
    guard let files else { throw Failure.interrupted }
    do throws(SystemError) { try NewFolder.write(files.map { ($0.name, $0.text) }, to: output) } catch {
      throw Failure.report(CatalogError("`\(output)` cannot be written: \(error.words)"), status: Failure.cannotWrite)
    }
    try Descriptor.show("\(files.count) files; open \(output)/index.html\n")
  }
}
