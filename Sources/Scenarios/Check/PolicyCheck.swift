internal import Foundation
import DomainManagement
import Explorer
import Policy

/// Policy regression: canaries first, known counterexamples next, then the expectations.
public struct PolicyCheck {
  /// Where scenarios are looked up by name.
  public var scenarios: URLPath
  /// A file's text, or nil; the command line gives one that reads files.
  public var read: (String) -> String?
  /// Asked before each case and during searches; what is left then is skipped, and named in the report.
  public var shouldStop: () -> Bool = { false }
  public typealias URLPath = String

  public init(scenarios: String, read: @escaping (String) -> String?) {
    self.scenarios = scenarios
    self.read = read
  }

  /// Runs `paths`, each an expectation file.
  public func run(_ paths: [String]) -> CheckReport {
    var report = CheckReport()
    let recorder = CoverageRecorder()
    var files: [ExpectationFile] = []
    for path in paths {
      do throws(InputError) {
        guard let text = read(path) else { throw InputError(file: path, "there is no such file") }
        files.append(try ExpectationFile(yaml: text, file: path))
      } catch {
        report.cases.append(.init(kind: .expectation, name: path, file: path, line: error.line, outcome: .error, message: error.description, seconds: 0))
      }
    }
    report.cases += canaries(recorder)
    if report.isInvalid { return report }
    for file in files {
      for known in file.known {
        report.cases.append(
          shouldStop() ? Self.skipped(.counterexample, known.path, file.file, known.line) : replay(known.path, known.line, file, recorder))
      }
    }
    for file in files {
      for item in file.cases {
        report.cases.append(shouldStop() ? Self.skipped(.expectation, item.name, file.file, item.line) : judge(item, file, recorder))
      }
    }
    if !report.cases.contains(where: { $0.kind == .expectation }) {
      report.cases.append(.init(kind: .expectation, name: "expectations", file: paths.first ?? "", outcome: .error, message: "zero cases were run", seconds: 0))
    }
    // Where nothing could be run, or not all of it, that no rule was asked is no news.
    if report.cases.contains(where: { $0.kind == .expectation && $0.outcome != .error }), !report.cases.contains(where: { $0.outcome == .skipped }) {
      report.uncovered = recorder.coverage.uncovered.map { "\($0.rule): \($0.lacks)" }
    }
    return report
  }

  /// One search that must hold and one that must fall: with n dishonest operators nothing can help.
  private func canaries(_ recorder: CoverageRecorder) -> [CheckReport.Case] {
    var scope = ExplorationScope()
    (scope.operators, scope.dishonest, scope.hsms, scope.hosts, scope.depth) = (2, 1, 2, 0, 1)
    let holds = explore("canary: n − 1 dishonest operators hold", .canary, scope, .intact, .symbolic, [], file: "built in", line: nil, recorder)
    scope.dishonest = 2
    let falls = explore(
      "canary: n dishonest operators fall", .canary, scope, .intact, .symbolic, [.genuineMembers], of: [.genuineMembers], file: "built in", line: nil, recorder)
    return [holds, falls]
  }

  private static func skipped(_ kind: CheckReport.Case.Kind, _ name: String, _ file: String, _ line: Int?) -> CheckReport.Case {
    .init(kind: kind, name: name, file: file, line: line, outcome: .skipped, message: "interrupted before it was run", seconds: 0)
  }

  private func timed(_ body: () -> CheckReport.Case) -> CheckReport.Case {
    let start = ContinuousClock.now
    var result = body()
    let elapsed = start.duration(to: .now).components
    result.seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    return result
  }

  private func scenario(_ name: String, near file: String) throws(InputError) -> Scenario {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let places = [folder.isEmpty ? name : "\(folder)/\(name)", name, "\(scenarios)/\(name).yaml", "\(scenarios)/\(name)"]
    for place in places { if let text = read(place) { return try Scenario(yaml: text, file: place) } }
    throw InputError(file: file, "there is no scenario `\(name)`")
  }

  /// A known counterexample is a scenario with a twin: the twin's end must come out again, and the intact policy must still stop it.
  private func replay(_ path: String, _ line: Int?, _ file: ExpectationFile, _ recorder: CoverageRecorder) -> CheckReport.Case {
    timed {
      var result = CheckReport.Case(kind: .counterexample, name: path, file: file.file, line: line, outcome: .met, message: "", seconds: 0)
      do {
        let scenario = try scenario(path, near: file.file)
        for policy in [.intact] + (scenario.twin.map { [PolicySelection(without: $0.without, with: $0.with)] } ?? []) {
          let played = try ScenarioRunner.run(scenario, policy: policy, suite: .kms, seed: 1, coverage: recorder)
          if !played.isAsExpected { (result.outcome, result.message) = (.notMet, "under \(policy.words) it \(played.verdict)") }
        }
      } catch { (result.outcome, result.message) = (.error, "\(error)") }
      return result
    }
  }

  private func judge(_ item: ExpectationFile.Case, _ file: ExpectationFile, _ recorder: CoverageRecorder) -> CheckReport.Case {
    switch item.subject {
    case .explore(let scope):
      explore(item.name, .expectation, scope, item.policy, item.suite, item.broken ?? [], of: item.properties, file: file.file, line: item.line, recorder)
    case .scenario(let name):
      timed {
        var result = CheckReport.Case(kind: .expectation, name: item.name, file: file.file, line: item.line, outcome: .met, message: "", seconds: 0)
        do {
          let played = try ScenarioRunner.run(try scenario(name, near: file.file), policy: item.policy, suite: item.suite, seed: 1, coverage: recorder)
          result.message = played.verdict
          if let broken = item.broken, broken != played.broken {
            (result.outcome, result.message) = (.notMet, "it \(played.verdict), but should \(Self.words(broken))")
          } else if item.broken == nil, played.expectedBroken == nil {
            (result.outcome, result.message) = (.error, "the scenario states no end for \(item.policy.words), and the case has no `expect`")
          } else if played.expectedBroken != nil, !played.isAsExpected {
            let line = played.lines.first { !$0.isAsExpected }
            let what = line.map { "step \($0.number) was \($0.result.rawValue)\($0.rule.map { " by \($0)" } ?? ""), but should be \($0.expected ?? "")" }
            (result.outcome, result.message) = (.notMet, what ?? "it \(played.verdict)")
          } else if let rule = item.refusedBy, !played.lines.contains(where: { $0.rule == rule }) {
            (result.outcome, result.message) = (.notMet, "nothing was refused by \(rule)")
          }
        } catch { (result.outcome, result.message) = (.error, "\(error)") }
        return result
      }
    }
  }

  private func explore(
    _ name: String, _ kind: CheckReport.Case.Kind, _ scope: ExplorationScope, _ policy: PolicySelection, _ suite: SuiteName, _ broken: [Property],
    of properties: [Property]? = nil, file: String, line: Int?, _ recorder: CoverageRecorder
  ) -> CheckReport.Case {
    timed {
      var result = CheckReport.Case(kind: kind, name: name, file: file, line: line, outcome: .met, message: "", seconds: 0)
      do {
        var exploration = Exploration(scope: scope, policy: policy)
        exploration.replaySuite = suite
        if let properties { exploration.properties = properties }
        let found = try exploration.run(shouldStop: shouldStop)
        result.message = found.verdict
        let fallen = found.attacks.map(\.property)
        switch found.outcome {
        case .inconclusive where shouldStop(): (result.outcome, result.message) = (.skipped, "interrupted: \(found.verdict)")
        case .inconclusive: result.outcome = .inconclusive
        case .holds where !found.missing.isEmpty:
          (result.outcome, result.message) = (.notMet, "nothing much can happen: never seen that \(found.missing.map(\.rawValue).joined(separator: ", "))")
        case .holds, .falls:
          if fallen != broken { (result.outcome, result.message) = (.notMet, "it \(found.verdict), but should \(Self.words(broken))") }
        }
      } catch { (result.outcome, result.message) = (.error, "\(error)") }
      return result
    }
  }

  private static func words(_ broken: [Property]) -> String {
    broken.isEmpty ? "hold" : "break \(broken.map(\.rawValue).joined(separator: ", "))"
  }
}
