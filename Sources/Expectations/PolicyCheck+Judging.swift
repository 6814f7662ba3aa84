import Policy
import PolicySearch
import Proving
import Records
import Reports
import Scenarios

extension PolicyCheck {
  func judge(
    _ item: ExpectationFile.Item, _ file: ExpectationFile, _ recorder: CoverageRecorder, _ result: inout CheckRecord.Case
  ) async {
    switch item.expected {
    case .game(let expected): await play(expected, &result)
    case .policy(let expected):
      switch expected.subject {
      case .scenario(let name): play(name, expected, file, recorder, &result)
      case .explore: explore(expected, &result)
      case .prove: prove(expected, &result)
      case .compare(let other): compare(expected, other, &result)
      }
    }
  }

  private func scenario(_ name: String, near file: String) throws(InputError) -> Scenario {
    for place in [ExpectationFile.path(name, near: file), name] {
      if let text = try read(place) { return try Scenario(yaml: text, file: place) }
    }
    if let scenario = try shipped(name) { return scenario }
    throw InputError(file: file, "there is no scenario `\(name)`")
  }

  /// A known counterexample is a scenario, most often with a twin: both must end as it states, so what broke once is still
  /// stopped by the intact policy, and by it alone.
  func replay(_ path: String, _ file: ExpectationFile, _ recorder: CoverageRecorder, _ result: inout CheckRecord.Case) {
    do {
      let scenario = try scenario(path, near: file.file)
      var isAttack = false
      for policy in [.intact] + (scenario.twin.map { [PolicySelection(without: $0.without, with: $0.with)] } ?? []) {
        let played = try ScenarioRunner.run(
          scenario, policy: policy, suite: .kms, observe: recorder.record, shouldStop: shouldStop)
        if played.unplayed != nil { return result.end(.skipped, played.verdict) }
        if let surprise = played.surprises.first { return result.end(.notMet, "under \(policy.words) \(surprise)") }
        isAttack = isAttack || !played.broken.isEmpty
      }
      if !isAttack {
        result.end(
          .error, "`\(file.file)`: `\(path)` is no counterexample: it breaks nothing under any policy for which it states an end")
      }
    } catch { result.end(.error, "\(error)") }
  }

  private func play(
    _ name: String, _ expected: PolicyExpectation, _ file: ExpectationFile, _ recorder: CoverageRecorder,
    _ result: inout CheckRecord.Case
  ) {
    do {
      let played = try ScenarioRunner.run(
        try scenario(name, near: file.file), policy: expected.policy, suite: expected.suite, observe: recorder.record,
        shouldStop: shouldStop)
      result.message = played.verdict
      if played.unplayed != nil {
        result.end(.skipped, played.verdict)
      } else if let broken = expected.broken, broken != played.broken {
        result.end(.notMet, "it \(played.verdict), but should \(Property.words(broken))")
      } else if expected.broken == nil, played.expectedBroken == nil {
        result.end(.error, "the scenario states no end for \(expected.policy.words), and the case has no `expect`")
      } else if let surprise = played.surprises.first {
        result.end(.notMet, surprise)
      } else if let rule = expected.because.refusedBy?.first(where: { rule in
        !played.lines.contains { $0.refusals.contains(rule) }
      }) {
        result.end(.notMet, "nothing was refused by \(rule)")
      }
    } catch { result.end(.error, "\(error)") }
  }

  func explore(_ expected: PolicyExpectation, _ result: inout CheckRecord.Case) {
    guard case .explore(let scope) = expected.subject, let broken = expected.broken else { return }
    do {
      var exploration = Exploration(scope: scope, policy: expected.policy)
      exploration.replaySuite = expected.suite
      if let properties = expected.properties { exploration.properties = properties }
      let found = try exploration.run(shouldStop: { _ in shouldStop() })
      result.message = found.verdict
      switch found.outcome {
      case .inconclusive where shouldStop(): result.end(.skipped, "interrupted: \(found.verdict)")
      case .inconclusive: result.outcome = .inconclusive
      case .holds where !found.missing.isEmpty:
        result.end(.notMet, "nothing much can happen: never seen that \(found.missing.map(\.words).joined(separator: ", "))")
      case .holds, .falls:
        if found.attacks.map(\.property) != broken {
          result.story = found.attacks.compactMap(\.replay?.text).joined(separator: "\n")
          result.end(.notMet, "it \(found.verdict), but should \(Property.words(broken))")
        } else if let objection = expected.because.objection(to: found) {
          result.end(.notMet, objection)
        }
      }
    } catch { result.end(.error, "\(error)") }
  }

  private func prove(_ expected: PolicyExpectation, _ result: inout CheckRecord.Case) {
    do throws(Prover.Failure) {
      let proof = try Prover(expected.policy, settings: solver).run()
      result.message = proof.verdict
      if !proof.refuted.isEmpty {
        result.story = proof.counterexample?.text ?? ""
        if expected.proved != .notProved { result.end(.notMet, proof.verdict) }
      } else if !proof.isProved {
        result.outcome = .inconclusive
      } else if expected.proved != .proved {
        result.end(.notMet, "it is \(proof.verdict), but should not be")
      }
    } catch { result.end(error.outcome, "\(error)") }
  }

  private func compare(_ expected: PolicyExpectation, _ other: PolicySelection, _ result: inout CheckRecord.Case) {
    do throws(Prover.Failure) {
      let difference = try DifferenceProver(expected.policy, other, settings: solver).run()
      result.message = difference.relation.words
      let found: PolicyExpectation.ProofVerdict? =
        switch difference.relation {
        case .equal: .equal
        case .moreA: .morePermissive
        case .moreB: .lessPermissive
        case .incomparable: .incomparable
        case .unknown: nil
        }
      if found == nil {
        result.outcome = .inconclusive
      } else if found != expected.proved {
        result.story = difference.text
        result.end(.notMet, "\(found?.rawValue ?? ""), but should be \(expected.proved?.rawValue ?? "")")
      }
    } catch { result.end(error.outcome, "\(error)") }
  }

  private func play(_ expected: GameExpectation, _ result: inout CheckRecord.Case) async {
    do throws(InputError) {
      guard let play else { throw expected.error("no games can be played here", hint: nil) }
      let run = try await play(expected)
      (result.message, result.errorProbability) = ("\(run.verdict): \(run.reason)", run.alpha)
      result.share = run.share
      if shouldStop() {
        result.end(.skipped, "interrupted after \(run.trials) trials")
      } else if let objection = expected.objection(to: run) {
        result.end(
          run.verdict == .inconclusive ? .inconclusive : .notMet, "\(objection); replay: \(run.lockstep.replay ?? run.replay)")
      } else if let (outcome, words) = expected.numbers(of: run) {
        result.end(outcome, "\(words); replay: \(run.replay)")
      }
    } catch { result.end(.error, "\(error)") }
  }
}

extension Prover.Failure {
  fileprivate var outcome: CheckRecord.Case.Outcome {
    switch self {
    case .solver(.interrupted): .skipped
    case .solver(.missing): .unavailable
    default: .error
    }
  }
}

extension PolicyExpectation.Because {
  /// What a search found that is not the expected reason; nil if it is.
  fileprivate func objection(to found: ExplorationRecord) -> String? {
    if let operations, let length = found.attacks.first?.operations, length != operations {
      return "a shortest trace takes \(length) operations, but should take \(operations)"
    }
    if let refusedBy {
      func words(_ rules: Set<String>) -> String { rules.isEmpty ? "nothing" : rules.sorted().joined(separator: ", ") }
      let rules = Set(found.attacks.compactMap(\.refusedBy))
      if rules != Set(refusedBy) {
        return
          "under the intact policy the found traces are refused by \(words(rules)), but should be by \(words(Set(refusedBy)))"
      }
    }
    if let seen, Set(seen) != Set(found.milestones) {
      return
        "seen to be possible: \(found.milestones.map(\.rawValue).joined(separator: ", ")); but should be: "
        + "\(seen.map(\.rawValue).joined(separator: ", "))"
    }
    return nil
  }
}
