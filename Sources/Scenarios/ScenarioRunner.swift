import DomainManagement
public import Policy
public import Records
public import Primitives

/// Plays scenarios.
public enum ScenarioRunner {
  /// Plays `scenario` under the selected policy on a suite, with coins from `seed`. A scenario that was never loaded from a file
  /// should be validated first.
  /// - Parameter shouldStop: asked before each step; once it says so the rest is left unplayed.
  public static func run(
    _ scenario: Scenario, policy selection: PolicySelection = .intact, suite: SuiteName = .symbolic, seed: UInt64 = 1,
    explaining: Bool = false, shouldStop: @escaping () -> Bool = { false }
  ) throws(UnknownRule) -> ScenarioRecord {
    try run(
      scenario, policy: selection, suite: suite, seed: seed, explainer: explaining ? Explainer() : nil, observe: nil,
      shouldStop: shouldStop)
  }

  /// `observe` is told what each rule in force makes of each question that is asked.
  package static func run(
    _ scenario: Scenario, policy selection: PolicySelection, suite: SuiteName, observe: @escaping ([RuleFinding]) -> Void,
    shouldStop: @escaping () -> Bool = { false }
  ) throws(UnknownRule) -> ScenarioRecord {
    try run(scenario, policy: selection, suite: suite, seed: 1, explainer: nil, observe: observe, shouldStop: shouldStop)
  }

  private static func run(
    _ scenario: Scenario, policy selection: PolicySelection, suite: SuiteName, seed: UInt64, explainer: Explainer?,
    observe: (([RuleFinding]) -> Void)?, shouldStop: @escaping () -> Bool
  ) throws(UnknownRule) -> ScenarioRecord {
    let result: Result<ScenarioRecord, UnknownRule> = suite.open(seed: seed) { suite in
      func go<S: DomainSuite>(_ suite: S) -> Result<ScenarioRecord, UnknownRule> {
        Result { () throws(UnknownRule) in
          scenario.hasTransparentWrap
            ? try play(scenario, selection, TransparentSuite(suite), explainer, observe, shouldStop)
            : try play(scenario, selection, suite, explainer, observe, shouldStop)
        }
      }
      return go(suite)
    }
    return try result.get()
  }

  private static func play<S: DomainSuite>(
    _ scenario: Scenario, _ selection: PolicySelection, _ suite: S, _ explainer: Explainer?,
    _ observe: (([RuleFinding]) -> Void)?, _ shouldStop: () -> Bool
  ) throws(UnknownRule) -> ScenarioRecord {
    let policy = AuditedPolicy(policy: try selection.policy(for: S.self), explainer: explainer, observe: observe)
    var world = World(scenario, suite: suite, policy: policy)
    let judgement = Judgement(scenario, selection)
    var lines: [ScenarioRecord.Line] = []
    for (index, step) in scenario.steps.enumerated() {
      if shouldStop() { break }
      let (before, withheld) = (world.monitor.violations.count, world.withheld.count)
      world.changes = []
      let outcome = world.play(step.command)
      let fallen = world.monitor.violations.dropFirst(before).map {
        ScenarioRecord.Violation(property: $0.property, words: world.told($0.words))
      }
      lines.append(line(index, step, outcome, Array(world.withheld.dropFirst(withheld)), fallen, judgement.expected(of: step)))
      lines[index].changes = world.changes.isEmpty ? nil : world.changes
      lines[index].explanation = explainer?.explanation(of: step.command, told: world.told)
    }
    let broken = world.monitor.violations.map(\.property).sorted()
    var report = ScenarioRecord(
      scenario: scenario.name, title: scenario.title, story: scenario.story, suite: suite.name, policy: selection,
      globalQuorum: scenario.globalQuorum, quorumAssumption: scenario.quorumAssumption, cast: scenario.castInWords,
      trusts: scenario.trusts.map(\.words), actors: scenario.actors(in: lines),
      lines: lines,
      broken: broken, milestones: Milestone.allCases.filter(world.monitor.seen.contains), expectedBroken: judgement.end)
    report.surprises = lines.compactMap(\.surprise)
    if lines.count < scenario.steps.count {
      report.unplayed = scenario.steps.count - lines.count
    } else if let end = judgement.end, end != broken {
      report.surprises.append("it \(report.verdict), but should \(Property.words(end))")
    }
    return report
  }

  private static func line<S, P>(
    _ index: Int, _ step: Step, _ outcome: World<S, P>.Outcome, _ withheld: [String], _ fallen: [ScenarioRecord.Violation],
    _ expected: Step.Expectation?
  ) -> ScenarioRecord.Line {
    let told = step.command.told
    var line = ScenarioRecord.Line(
      number: index + 1, from: told.from, to: told.to, words: told.words, label: told.label, signers: step.command.signers,
      withheld: withheld,
      violations: fallen,
      expected: expected?.description)
    switch outcome {
    case .accepted(let notes): line.notes = notes
    case .refused(let rule, let reason, let notes):
      (line.result, line.rule, line.reason, line.notes) = (.refused, rule, reason, notes)
    case .impossible(let reason): (line.result, line.reason) = (.impossible, reason)
    }
    line.isAsExpected = expected.map { $0 == .init(line) } ?? true
    return line
  }

  /// Which expectations apply: the scenario's under the intact policy, the twin's under its own, none under any other.
  private struct Judgement {
    let twin: Twin?
    let isIntact: Bool
    let end: [Property]?

    init(_ scenario: Scenario, _ selection: PolicySelection) {
      isIntact = selection.isIntact
      let applies =
        scenario.twin.map { Set($0.without) == Set(selection.without) && Set($0.with) == Set(selection.with) } ?? false
      twin = applies ? scenario.twin : nil
      end = isIntact ? scenario.end : twin?.end
    }

    func expected(of step: Step) -> Step.Expectation? { isIntact ? step.expected : twin.map(step.expected(under:)) }
  }
}

extension Scenario {
  /// The adversary, whom it talks to, and of its own rogue keys those that it signs with.
  fileprivate func actors(in lines: [ScenarioRecord.Line]) -> [ScenarioRecord.Actor] {
    let signers = Set(lines.flatMap(\.signers))
    let entities = entities.filter { $0.nature != .rogue || signers.contains($0.name) }
    return [.init(ScenarioRecord.Actor.adversary, kind: nil, .adversary)]
      + entities.map { entity in
        .init(
          entity.name, kind: entity.kind == .hsm ? "HSM" : entity.kind.rawValue,
          entity.nature == .rogue ? .rogue : entity.nature == .dishonest ? .dishonest : .honest)
      }
  }
}

extension Command {
  /// Who is asked to sign in this step, or signs; what was signed before or forged is nobody's doing here.
  fileprivate var signers: [String] {
    func names(_ signers: [Signer]) -> [String] { signers.compactMap { if case .signs(let name) = $0 { name } else { nil } } }
    switch self {
    case .found(_, let link, _, _): return names(link.signers)
    case .update(_, _, let path, _, _), .advance(_, let path): return path.flatMap { names($0.signers) }
    case .rotateKey(_, _, _, _, let signers, _, _): return names(signers)
    case .forge(let sketch): return sketch.signature == .own ? [sketch.signer] : []
    case .authorise, .addKey, .install, .encrypt, .decrypt, .createKey, .rewrapKey, .corrupt: return []
    }
  }
}
