internal import ArgumentParser
internal import Expectations
internal import Foundation
internal import Proving
internal import Reports
internal import Scenarios
internal import ShippedFiles
internal import Words

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Regression of a policy and of the hops: expectation files in, exit status, JUnit and SARIF out.",
    discussion: """
      A case is a scenario, a scope to explore, a game or a hop, with the verdict that is expected and the reason for it:

        \(FileFormat.expectations.sample.replacing("\n", with: "\n  "))

      `\(Program.name) describe files` has every key. A policy may stand in a file of its own, `policy: strict.yaml` beside this \
      one. \
      A known counterexample is a scenario, such as `explore --format yaml` writes, that is replayed before anything else.
      Without a path the shipped expectations are checked, Games/*/expectations/*.yaml of the source, which travel inside the \
      program; `check Games` in a source tree checks the files that are there. A folder stands for all .yaml and .yml files in \
      and below it; scenarios, policies and whatever else is there are left out, and named.
      With SOURCE_DATE_EPOCH in the environment reports carry that time and no durations, so that equal checks give equal bytes.

      In a GitHub workflow:
        - run: \(Program.name) check policies/ -o check.xml -o check.sarif
        - uses: github/codeql-action/upload-sarif@v3
          if: always()
          with:
            sarif_file: check.sarif

      Exit status: 0 all met; 1 one is not; 2 a search or a run was too short to tell; 65 a file is wrong; 130 interrupted. \
      Text, JSON, JUnit and SARIF say the same.
      """)

  @Argument(help: "Expectation files (.yaml, .yml), or folders of them.", completion: Completions.texts) var paths: [String] = []
  @OptionGroup var properties: PropertyFileOptions
  @OptionGroup var output: OutputOptions<Format>
  @OptionGroup var files: FileLimitOptions
  @OptionGroup var progress: ProgressOptions
  @Option(help: .init("As -o, whatever the ending: JUnit XML.", valueName: "file"), completion: .file()) var junit: String?
  @Option(help: .init("As -o, whatever the ending: SARIF.", valueName: "file"), completion: .file()) var sarif: String?
  @Flag(help: "A rule that was not seen to allow and to refuse is a case that is not met.") var requireCoverage = false

  enum Format: String, ResultFormat { case text, json, junit, sarif }

  func run() async throws {
    try await StatedInvariant.inForce(try properties.stated) { try await runWithProperties() }
  }

  private func runWithProperties() async throws {
    let outputs = try output.outputs((.junit, junit), (.sarif, sarif), reading: paths)
    let began = try ReportTime()
    let sources = paths.isEmpty ? [Files.shippedExpectations] : paths.map(Files.checkSource)
    Interrupts.listen()
    // What the shipped files name is shipped, too, whatever lies where the program runs.
    var read: [String] = []
    var check = PolicyCheck(shipped: Files.shipped) { [paths] path throws(InputError) in
      if paths.isEmpty { return ShippedFiles.texts[path] }
      read.append(path)
      return try InputText.read(path)
    }
    check.play = { expected throws(InputError) in try await expected.run() }
    check.solver.isInterrupted = { Interrupts.isRaised }
    check.shouldStop = { Interrupts.isRaised }
    check.requiresCoverage = requireCoverage
    check.begins = { number, count, name in Progress.say("\(number) of \(count): \(name)") }
    var report = try await files.withLimits { await check.run(sources) }
    Progress.finish()
    if began.isFixed { report.forgetTimes() }
    let (told, folder) = (report, FileManager.default.currentDirectoryPath)
    try outputs.write(sparing: read) { format in
      switch format {
      case .text: told.text
      case .json: try told.json
      case .junit: told.junit(from: folder, timestamp: began.text)
      case .sarif: try told.sarif(from: folder, exitCode: told.exitStatus.exitCode.rawValue)
      }
    }
    try told.exitStatus.end()
  }
}
