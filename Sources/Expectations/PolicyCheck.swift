import PolicySearch
public import Proving
public import Records
public import Scenarios

/// Regression of a policy, and of games and hops: canaries first, known counterexamples next, then the expectations.
public struct PolicyCheck {
  /// The shipped scenario of this name, or nil if there is none.
  public var shipped: (String) throws(InputError) -> Scenario?
  /// A file's text, or nil if there is no such file; the command line gives one that reads files.
  public var read: (String) throws(InputError) -> String?
  /// Plays a game or a hop; the command line gives one that knows the catalogue.
  public var play: ((GameExpectation) async throws(InputError) -> RunRecord)?
  /// Who is asked for proofs.
  public var solver = SolverSettings(.z3)
  /// Asked before each case and during searches; what is left then is skipped, and named in the report.
  public var shouldStop: () -> Bool = { false }
  /// Told as each case begins: its number, how many there are, and its name.
  public var begins: (Int, Int, String) -> Void = { _, _, _ in }
  /// Whether a rule that was not seen to allow and to refuse is a case that is not met.
  public var requiresCoverage = false

  public init(
    shipped: @escaping (String) throws(InputError) -> Scenario? = { _ in nil },
    read: @escaping (String) throws(InputError) -> String?
  ) {
    self.shipped = shipped
    self.read = read
  }

  /// Runs `paths`, each an expectation file.
  public func run(_ paths: [String]) async -> CheckRecord { await run(paths.map { .file($0) }) }

  public func run(_ sources: [CheckSource]) async -> CheckRecord {
    var report = await perform(sources)
    report.tellApart()
    return report
  }

  private func perform(_ sources: [CheckSource]) async -> CheckRecord {
    var report = CheckRecord()
    let recorder = CoverageRecorder()
    let files = files(sources, &report)
    report.cases += await canaries()
    let count = report.cases.count + files.reduce(0) { $0 + $1.known.count + $1.cases.count }
    if report.isInvalid { return report }
    for file in files {
      for known in file.known {
        begins(report.cases.count + 1, count, known.path)
        report.cases.append(
          await timed(.init(.counterexample, known.path, file.file, known.line)) { replay(known.path, file, recorder, &$0) })
      }
    }
    for file in files {
      for item in file.cases {
        begins(report.cases.count + 1, count, item.name)
        report.cases.append(
          await timed(.init(.expectation, item.name, file.file, item.line)) { await judge(item, file, recorder, &$0) })
      }
    }
    // Where nothing could be run, or not all of it, or only games were, that no rule was asked is no news.
    let isPolicyAsked = requiresCoverage || files.contains { $0.cases.contains(where: \.isPolicy) }
    if isPolicyAsked, report.cases.contains(where: { $0.kind == .expectation && $0.outcome != .error }),
      !report.cases.contains(where: { $0.outcome == .skipped })
    {
      if requiresCoverage {
        report.cases += recorder.coverage.rules.map {
          .init(.coverage, "coverage of \($0)", files.first?.file, nil, $1 == nil ? .met : .notMet, $1 ?? "")
        }
      } else {
        report.uncovered = recorder.coverage.rules.compactMap { rule, lacks in lacks.map { "\(rule): \($0)" } }
      }
    }
    return report
  }

  /// The files of expectations among `sources`, each once. What cannot be read, and a folder without any, is a case of the
  /// report.
  private func files(_ sources: [CheckSource], _ report: inout CheckRecord) -> [ExpectationFile] {
    var files: [ExpectationFile] = []
    var seen: Set<String> = []
    func add(_ path: String, isFound: Bool) {
      guard seen.insert(path).inserted else { return }
      do throws(InputError) {
        guard let text = try read(path) else { throw InputError(file: path, "there is no such file") }
        if isFound, let other = ExpectationFile.other(yaml: text, file: path) {
          return report.leftOut.append("`\(path)`, \(other)")
        }
        files.append(try ExpectationFile(yaml: text, file: path, read: read))
      } catch { report.cases.append(.init(error)) }
    }
    if sources.isEmpty { report.cases.append(.init(InputError(file: ".", "zero cases were run"))) }
    for source in sources {
      switch source {
      case .file(let path): add(path, isFound: false)
      case .folder(let folder, let found, let others):
        report.leftOut += others.map { "`\($0)`" }
        for path in found { add(path, isFound: true) }
        if !found.contains(where: { path in files.contains { $0.file == path } || report.cases.contains { $0.file == path } }) {
          report.cases.append(
            .init(
              InputError(
                file: folder, "zero cases were run: no file of expectations is in this folder, or below it",
                hint: "they end in .yaml or .yml")))
        }
      }
    }
    return files
  }

  /// One search that must hold and one that must fall: with n dishonest operators nothing can help.
  private func canaries() async -> [CheckRecord.Case] {
    var scope = ExplorationScope()
    (scope.operators, scope.dishonest, scope.hsms, scope.hosts, scope.depth) = (2, 1, 2, 0, 1)
    let holds = PolicyExpectation(
      subject: .explore(scope), policy: .intact, suite: .symbolic, broken: [], properties: nil, because: .init())
    scope.dishonest = 2
    let falls = PolicyExpectation(
      subject: .explore(scope), policy: .intact, suite: .symbolic, broken: [.genuineMembers], properties: [.genuineMembers],
      because: .init())
    return [
      await timed(.init(.canary, "canary: n − 1 dishonest operators hold", nil, nil)) { explore(holds, &$0) },
      await timed(.init(.canary, "canary: n dishonest operators fall", nil, nil)) { explore(falls, &$0) },
    ]
  }

  /// Runs one case, unless an interrupt came before it.
  private func timed(_ start: CheckRecord.Case, _ body: (inout CheckRecord.Case) async -> Void) async -> CheckRecord.Case {
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
