internal import ArgumentParser
internal import Foundation
internal import Scenarios

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Regression of a policy and of the hops: expectation files in, exit status, JUnit and SARIF out.",
    discussion: """
      A case is a scenario, a scope to explore, a game or a hop, with the verdict that is expected and the reason for it:

        expectations:
          - scenario: transplant
            policy: {without: [token.wrap-bound-to-trust]}
            expect: [keys-secret]
          - explore: {operators: 2, hsms: 2, hosts: 0, depth: 1}
            expect: holds
            because: {seen: [founded, key-added, updated]}
          - explore: {operators: 2, hsms: 2, hosts: 0, depth: 1}
            policy: {without: [key.handle-is-fresh]}
            expect: [handle-keeps-key]
            because: {operations: 3, refused-by: [key.handle-is-fresh]}
          - hop: ind_uf
            adversary: guess
            set: {signatureBits: 6}
            trials: 2000
            expect: boundAttained
            because: {violations: 0, bad-event: seen, reduction: holds}
          - game: signature-idealization
            adversary: replay
            twin: forgetful
            trials: 100
            expect: invalid
            because: {violation: two answers to query 3 differ}
        known-counterexamples: [transplant]

      A known counterexample is a scenario, such as `explore --format yaml` writes, that is replayed before anything else.
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
