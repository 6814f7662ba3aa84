public import Records

/// Regression of a policy, and of games and hops: canaries first, known counterexamples next, then the expectations.
public struct PolicyCheck {
  /// Where scenarios are looked up by name.
  public var scenarios: String
  /// A file's text, or nil if there is no such file; the command line gives one that reads files.
  public var read: (String) throws(InputError) -> String?
  /// Plays a game or a hop; the command line gives one that knows the catalogue.
  public var play: ((GameExpectation) async throws(InputError) -> RunRecord)?
  /// Asked before each case and during searches; what is left then is skipped, and named in the report.
  public var shouldStop: () -> Bool = { false }
  /// Told as each case begins: its number, how many there are, and its name.
  public var begins: (Int, Int, String) -> Void = { _, _, _ in }
  /// Whether coverage is told even if no policy was asked anything.
  public var requiresCoverage = false

  public init(scenarios: String, read: @escaping (String) throws(InputError) -> String?) {
    self.scenarios = scenarios
    self.read = read
  }

  /// Runs `paths`, each an expectation file.
  public func run(_ paths: [String]) async -> CheckReport {
    var report = CheckReport()
    let recorder = CoverageRecorder()
    var files: [ExpectationFile] = []
    for path in paths {
      do throws(InputError) {
        guard let text = try read(path) else { throw InputError(file: path, "there is no such file") }
        files.append(try ExpectationFile(yaml: text, file: path))
      } catch {
        report.cases.append(.init(kind: .expectation, name: path, file: path, line: error.line, outcome: .error, message: error.description, seconds: 0))
      }
    }
    report.cases += await canaries()
    let count = report.cases.count + files.reduce(0) { $0 + $1.known.count + $1.cases.count }
    if report.isInvalid { return report }
    for file in files {
      for known in file.known {
        begins(report.cases.count + 1, count, known.path)
        report.cases.append(await timed(.init(.counterexample, known.path, file.file, known.line)) { replay(known.path, file, recorder, &$0) })
      }
    }
    for file in files {
      for item in file.cases {
        begins(report.cases.count + 1, count, item.name)
        report.cases.append(await timed(.init(.expectation, item.name, file.file, item.line)) { await judge(item, file, recorder, &$0) })
      }
    }
    if !report.cases.contains(where: { $0.kind == .expectation }) {
      report.cases.append(.init(kind: .expectation, name: "expectations", file: paths.first ?? "", outcome: .error, message: "zero cases were run", seconds: 0))
    }
    // Where nothing could be run, or not all of it, or only games were, that no rule was asked is no news.
    let isPolicyAsked = requiresCoverage || files.contains { $0.cases.contains(where: \.isPolicy) }
    if isPolicyAsked, report.cases.contains(where: { $0.kind == .expectation && $0.outcome != .error }), !report.cases.contains(where: { $0.outcome == .skipped }) {
      report.uncovered = recorder.coverage.uncovered.map { "\($0.rule): \($0.lacks)" }
    }
    return report
  }

  /// One search that must hold and one that must fall: with n dishonest operators nothing can help.
  private func canaries() async -> [CheckReport.Case] {
    var scope = ExplorationScope()
    (scope.operators, scope.dishonest, scope.hsms, scope.hosts, scope.depth) = (2, 1, 2, 0, 1)
    let holds = PolicyExpectation(subject: .explore(scope), policy: .intact, suite: .symbolic, broken: [], properties: nil, because: .init())
    scope.dishonest = 2
    let falls = PolicyExpectation(
      subject: .explore(scope), policy: .intact, suite: .symbolic, broken: [.genuineMembers], properties: [.genuineMembers], because: .init())
    return [
      await timed(.init(.canary, "canary: n − 1 dishonest operators hold", "built in", nil)) { explore(holds, &$0) },
      await timed(.init(.canary, "canary: n dishonest operators fall", "built in", nil)) { explore(falls, &$0) },
    ]
  }

  /// Runs one case, unless an interrupt came before it.
  private func timed(_ start: CheckReport.Case, _ body: (inout CheckReport.Case) async -> Void) async -> CheckReport.Case {
    var result = start
    if start.kind != .canary, shouldStop() {
      (result.outcome, result.message) = (.skipped, "interrupted before it was run")
      return result
    }
    let clock = ContinuousClock()
    let began = clock.now
    await body(&result)
    result.seconds = (clock.now - began) / .seconds(1)
    return result
  }
}
