internal import DomainManagement
internal import Formulas
public import Policy
public import Records
internal import Scenarios

/// Proves the invariant of a policy by induction, for every size: no operation leads out of it.
public struct Prover: Sendable {
  public var policy: PolicySelection
  public var settings: SolverSettings
  /// Whether genuine operators who meet the global rules are assumed to include an honest one.
  public var isQuorumAssumed = true
  /// Whether to go on after the first counterexample.
  public var isForAll = true

  public init(_ policy: PolicySelection, settings: SolverSettings) { (self.policy, self.settings) = (policy, settings) }

  public enum Failure: Error, Hashable, Sendable {
    case unknownRule(UnknownRule)
    /// A rule whose meaning nobody stated.
    case unstated(String)
    /// A property of somebody's own that is no formula.
    case unstatedProperty(String)
    case solver(SolverFailure)
  }

  /// `progress` is told what is being proved.
  public func run(progress: (String) -> Void = { _ in }) throws(Failure) -> ProofRecord {
    let rules = try rules()
    var record = ProofRecord(policy: policy, solver: settings.name.rawValue, steps: [])
    let (solver, free) = (Solver(settings), Operations(policy: Policy<SymbolicSuite>([])).all)
    for (operation, free) in zip(Operations(policy: rules).all, free) {
      progress("\(operation.name): \(operation.words)")
      let goals = goals(of: operation)
      guard !goals.isEmpty else { continue }
      do throws(SolverFailure) {
        guard try isMeaningful(operation, free, solver, &record) else { continue }
        solver.assume(assumptions(of: operation, goals))
        for goal in goals {
          guard try prove(goal, of: operation, solver, &record) else { return record }
        }
      } catch { throw .solver(error) }
    }
    return record
  }

  /// - Returns: whether to go on.
  private func prove(_ goal: Goal, of operation: Operation, _ solver: Solver, _ record: inout ProofRecord)
    throws(SolverFailure) -> Bool
  {
    let (clock, start) = (ContinuousClock(), ContinuousClock.now)
    var step = ProofRecord.Step(
      operation: operation.name, lemma: goal.name, words: goal.words, property: goal.property, verdict: .unknown,
      milliseconds: 0)
    step.caveat = goal.caveat
    var isLost = false
    do throws(SolverFailure) {
      switch try solver.check(Script.refute(goal.formula)) {
      case .unsat: step.verdict = .proved
      case .sat(let model):
        step.verdict = .refuted
        // One that breaks a property says more than one that breaks a step towards it.
        if record.counterexample == nil || !record.hasBrokenProperty && goal.property != nil {
          record.counterexample = model?.counterexample(operation, goal)
        }
      case .unknown(let remark): step.remark = remark
      }
    } catch {
      guard case .lost(_, let remark) = error else { throw error }
      (step.remark, isLost) = (remark, true)
    }
    step.milliseconds = (clock.now - start).milliseconds
    record.steps.append(step)
    return !isLost && (isForAll || step.verdict == .proved)
  }

  func rules() throws(Failure) -> Policy<SymbolicSuite> {
    let rules: Policy<SymbolicSuite>
    do throws(UnknownRule) { rules = try policy.policy() } catch { throw .unknownRule(error) }
    if let unstated = rules.unstated.first { throw .unstated(unstated) }
    if let property = Property.added.first(where: { $0.formulaInForce == nil }) { throw .unstatedProperty(property.name) }
    return rules
  }

  /// What has to be proved of an operation.
  struct Goal {
    let name: String
    let words: String
    let property: Property?
    var caveat: ProofRecord.Caveat?
    let formula: Formula
  }

  func goals(of operation: Operation) -> [Goal] {
    let changed = Set(operation.changes.map(\.relation))
    let kept = Lemma.all.filter { !$0.formula.relations.isDisjoint(with: changed) }
    return kept.map { Goal(name: $0.name, words: $0.words, property: $0.property, formula: $0.formula.after(changing: changed)) }
      + operation.duties.map {
        Goal(name: $0.name, words: $0.words, property: $0.property, caveat: $0.caveat, formula: $0.formula)
      }
  }

  /// What holds before an operation, and what it takes and changes.
  func assumptions(of operation: Operation, _ goals: [Goal]) -> String {
    let formulas = operation.assumes + operation.changes.map { .every($0.variables, $0.formula) } + goals.map(\.formula)
    let lines =
      [Script.header(of: Theory.axioms(isQuorumAssumed: isQuorumAssumed)), Script.constants(formulas)]
      + Lemma.all.map { Script.assert($0.formula) }
      + operation.assumes.map { Script.assert($0) } + operation.changes.map { Script.define($0) }
    return lines.joined(separator: "\n")
  }
}

extension ProofRecord {
  fileprivate var hasBrokenProperty: Bool { steps.contains { $0.verdict == .refuted && $0.property != nil } }
}

extension Prover.Failure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownRule(let error): error.description
    case .unstated(let rule): "nobody stated what `\(rule)` says as a formula: a rule has it as its `meaning`"
    case .unstatedProperty(let property):
      "nobody stated what the property `\(property)` says as a formula: one about a trust in force has it as its `formulaInForce`"
    case .solver(.missing(let solver, let reason)):
      "there is no `\(solver.rawValue)` (\(reason)): Debian's package `\(solver.package)` has it"
    case .solver(.lost(let solver, let reason)): "\(solver.rawValue) \(reason)"
    case .solver(.interrupted): "interrupted"
    }
  }
}
