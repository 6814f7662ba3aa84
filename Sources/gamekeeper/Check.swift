internal import ArgumentParser
internal import Foundation
internal import Scenarios

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Regression of a policy and of the hops: expectation files in, exit status, JUnit and SARIF out.",
    discussion: """
      A case is a scenario, a scope to explore, a game or a hop, with the verdict that is expected and the reason for it.
      Without a path the shipped files are checked, Games/*/expectations/*.yaml.

      In a GitHub workflow:
        - run: gamekeeper check policies/ --junit check.xml --sarif check.sarif
        - uses: github/codeql-action/upload-sarif@v3
          if: always()
          with:
            sarif_file: check.sarif
      """)

  @Argument(help: "Expectation files, or folders of them.") var paths: [String] = []
  @Option(help: "Write JUnit XML to this file.") var junit: String?
  @Option(help: "Write SARIF to this file.") var sarif: String?
  @Flag(help: "A rule that was not seen to allow and to refuse is a failure.") var requireCoverage = false
  @Option(name: .shortAndLong, help: "Output format: text, json.") var format = Format.text

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func run() async throws {
    let files = (paths.isEmpty ? Files.expectations : paths).flatMap { path in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else { return [path] }
      return Files.names(in: path, ending: ".yaml").map { "\(path)/\($0)" }
    }
    Interrupts.listen()
    var check = PolicyCheck(scenarios: Files.scenarios) { try? String(contentsOf: URL(filePath: $0), encoding: .utf8) }
    check.play = { expected throws(InputError) in try await expected.run() }
    check.shouldStop = { Interrupts.isRaised }
    check.requiresCoverage = requireCoverage
    let report = await check.run(files)
    if let junit { try Problem.write(report.junit, to: junit) }
    if let sarif { try Problem.write(report.sarif, to: sarif) }
    try Problem.write(format == .text ? report.text : report.json, to: nil)
    if Interrupts.isRaised { throw Failure.interrupted }
    if report.status != 0 { throw ExitCode(report.status) }
    if requireCoverage, !report.uncovered.isEmpty { throw Failure.notMet }
  }
}
