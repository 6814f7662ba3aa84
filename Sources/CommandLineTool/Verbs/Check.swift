internal import ArgumentParser
internal import Expectations
internal import Foundation
internal import Proving
internal import Records
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
        - run: \(Program.name) check policies/ -o check.xml -o check.sarif --format markdown >> "$GITHUB_STEP_SUMMARY"
        - uses: github/codeql-action/upload-sarif@v3
          if: always()
          with:
            sarif_file: check.sarif

      Exit status: 0 all met; 1 one is not; 2 a search or a run was too short to tell; 65 a file is wrong; 69 there is no such \
      solver; 130 interrupted. Text, JSON, JUnit and SARIF say the same.
      """)

  @Argument(help: "Expectation files (.yaml, .yml), or folders of them.", completion: Completions.texts) var paths: [String] = []
  @OptionGroup var properties: PropertyFileOptions
  @OptionGroup var output: OutputOptions<Format>
  @OptionGroup var files: FileLimitOptions
  @OptionGroup var progress: ProgressOptions
  @Option(help: .init("As -o, whatever the ending: JUnit XML.", valueName: "file"), completion: .file()) var junit: String?
  @Option(help: .init("As -o, whatever the ending: SARIF.", valueName: "file"), completion: .file()) var sarif: String?
  @Flag(help: "A rule that was not seen to allow and to refuse is a case that is not met.") var requireCoverage = false
  @Option(
    parsing: .unconditional, help: "At least this percentage of the rules is seen to allow and to refuse, for example 90.")
  var coverage: Double?
  @Option(name: .customLong("case"), help: .init("Run this case only, by its name; repeatable.", valueName: "name"))
  var cases: [String] = []
  @Option(
    help: .init("Run only what was not met in this report (.json).", valueName: "file"), completion: .file(extensions: ["json"]))
  var rerun: String?
  @Flag(help: "Name the cases, and run none.") var list = false
  @Flag(help: "Say how long each case took.") var times = false
  @OptionGroup var baseline: BaselineOptions

  enum Format: String, ResultFormat { case text, json, junit, sarif, markdown }

  func run() async throws {
    try await StatedInvariant.inForce(try properties.stated) { try await runWithProperties() }
  }

  private func runWithProperties() async throws {
    let outputs = try output.outputs((.junit, junit), (.sarif, sarif), reading: paths)
    let began = try ReportTime()
    let baseline = try baseline.read()
    if let coverage, !(coverage > 0 && coverage <= 100) {
      throw Problem.fail("`--coverage \(coverage)` is out of range: above 0, to 100", status: Failure.usage)
    }
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
    check.leastCoverage = coverage.map { $0 / 100 }
    check.selection = try selection()
    if list { return try files.withLimits { try show(check.list(sources)) } }
    check.begins = { number, count, name in Progress.say("\(number) of \(count): \(name)") }
    var report = try await files.withLimits { await check.run(sources) }
    Progress.finish()
    if began.isFixed { report.forgetTimes() }
    let (told, folder) = (report, FileManager.default.currentDirectoryPath)
    try outputs.write(sparing: read) { format in
      switch format {
      case .text: times ? told.text(withTimes: true) : told.text
      case .markdown: told.markdown
      case .json: try told.json
      case .junit: told.junit(from: folder, timestamp: began.text)
      case .sarif: try told.sarif(from: folder, exitCode: told.exitStatus.exitCode.rawValue)
      }
    }
    try baseline?.end(told.comparedRows, told.exitStatus)
    try told.exitStatus.end()
  }

  private func selection() throws -> CheckSelection {
    if coverage != nil || requireCoverage, rerun != nil || !cases.isEmpty {
      throw Problem.fail("coverage is that of all cases: leave out `--case` and `--rerun`", status: Failure.usage)
    }
    guard let rerun else { return cases.isEmpty ? .all : .named(cases) }
    guard cases.isEmpty else {
      throw Problem.fail("`--rerun` and `--case` choose both: leave one out", status: Failure.usage)
    }
    let text = try Files.text(rerun)
    guard let record = try? JSON.read(CheckRecord.self, from: text) else {
      throw Problem.fail("`\(rerun)`: it is no report of `check` in JSON", status: Failure.badInput)
    }
    return .failed(in: record)
  }

  /// One case a line: its kind, where it stands, its name.
  private func show(_ cases: [CheckRecord.Case]) throws {
    if let error = cases.first(where: { $0.outcome == .error }) { throw Problem.fail(error.message, status: Failure.badInput) }
    try Descriptor.show(
      cases.map { item in
        Escape.terminal("\(item.kind.rawValue)  \(item.file ?? "")\(item.line.map { ":\($0)" } ?? "")  \(item.name)") + "\n"
      }.joined())
  }
}
