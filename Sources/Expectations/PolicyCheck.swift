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
  /// The part of the rules that is to be seen to allow and to refuse, between 0 and 1; nil for any.
  public var leastCoverage: Double?
  /// Which cases are run.
  public var selection = CheckSelection.all

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

  private enum Job {
    case counterexample(String, ExpectationFile)
    case expectation(ExpectationFile.Item, ExpectationFile)
  }

  /// What there is to be done, each with the name that reports have for it.
  private func jobs(_ files: [ExpectationFile]) -> [(start: CheckRecord.Case, job: Job)] {
    let jobs =
      files.flatMap { file in
        file.known.map { (CheckRecord.Case(.counterexample, $0.path, file.file, $0.line), Job.counterexample($0.path, file)) }
      }
      + files.flatMap { file in
        file.cases.map { (CheckRecord.Case(.expectation, $0.name, file.file, $0.line), Job.expectation($0, file)) }
      }
    var named = CheckRecord()
    named.cases = jobs.map(\.0)
    named.tellApart()
    return zip(named.cases, jobs).map { (start: $0, job: $1.1) }
  }

  /// The cases that a check of these would run, without running them; what cannot be read is an error among them.
  public func list(_ sources: [CheckSource]) -> [CheckRecord.Case] {
    var report = CheckRecord()
    let files = files(sources, &report)
    return report.cases + jobs(files).map(\.start).filter(selection.contains)
  }

  private func perform(_ sources: [CheckSource]) async -> CheckRecord {
    var report = CheckRecord()
    let recorder = CoverageRecorder()
    let files = files(sources, &report)
    let jobs = jobs(files).filter { selection.contains($0.start) }
    if jobs.isEmpty, !selection.isAll, report.cases.isEmpty {
      report.cases.append(.init(InputError(file: files.first?.file ?? ".", "zero cases were run: none is as asked")))
      return report
    }
    report.cases += await canaries()
    let count = report.cases.count + jobs.count
    if report.isInvalid { return report }
    for (start, job) in jobs {
      begins(report.cases.count + 1, count, start.name)
      report.cases.append(
        await timed(start) { result in
          switch job {
          case .counterexample(let path, let file): replay(path, file, recorder, &result)
          case .expectation(let item, let file): await judge(item, file, recorder, &result)
          }
        })
    }
    // Where nothing could be run, or not all of it, or no scenario was, that no rule was seen is no news.
    let isCoverageTold = requiresCoverage || leastCoverage != nil || files.contains { $0.cases.contains(where: \.isScenario) }
    if selection.isAll, isCoverageTold, report.cases.contains(where: { $0.kind == .expectation && $0.outcome != .error }),
      !report.cases.contains(where: { $0.outcome == .skipped })
    {
      cover(recorder.coverage.rules, files.first?.file, &report)
    }
    return report
  }

  private func cover(_ rules: [(rule: String, lacks: String?)], _ file: String?, _ report: inout CheckRecord) {
    if let leastCoverage {
      let covered = rules.count { $0.lacks == nil }
      let isMet = Double(covered) >= leastCoverage * Double(rules.count)
      let words = "\(covered) of \(rules.count) rules were seen both to allow and to refuse"
      report.cases.append(
        .init(
          .coverage, "coverage of at least \(leastCoverage * 100) % of the rules", file, nil, isMet ? .met : .notMet,
          isMet ? words : "\(words): not \(rules.filter { $0.lacks != nil }.map(\.rule).joined(separator: ", "))"))
    }
    if requiresCoverage {
      report.cases += rules.map { .init(.coverage, "coverage of \($0)", file, nil, $1 == nil ? .met : .notMet, $1 ?? "") }
    } else if leastCoverage == nil {
      report.uncovered = rules.compactMap { rule, lacks in lacks.map { "\(rule): \($0)" } }
    }
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
