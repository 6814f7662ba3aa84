import DomainManagement
import Formulas
import Policy
import Records
import Scenarios

/// What keeps the proofs honest: a contradiction proves everything, and a solver can be wrong.
extension Prover {
  /// The operations that cannot happen in any state that has the invariant.
  package func impossible() throws(Failure) -> [String] {
    let policy = try rules()
    let solver = Solver(settings)
    do throws(SolverFailure) {
      var names: [String] = []
      for operation in Operations(policy: policy).all {
        if case .sat = try possibility(of: operation, solver) { continue }
        names.append(operation.name)
      }
      return names
    } catch { throw .solver(error) }
  }

  /// Whether some state that has the invariant has the operation: of one that cannot happen everything is proved.
  private func possibility(of operation: Operation, _ solver: Solver) throws(SolverFailure) -> Solver.Answer {
    solver.assume(assumptions(of: operation, goals(of: operation)))
    return try solver.check()
  }

  /// Whether anything that is proved of an operation says something: asked before its goals. That the policy keeps it from
  /// happening is noted; if it could not happen where nothing is refused either, what is assumed contradicts itself, or the
  /// solver errs. What is not known to happen is a statement on which the solver got lost.
  /// - Parameter free: the same operation where nothing is refused.
  func isMeaningful(_ operation: Operation, _ free: Operation, _ solver: Solver, _ record: inout ProofRecord)
    throws(SolverFailure) -> Bool
  {
    var step = ProofRecord.Step(
      operation: operation.name, lemma: "can-happen", words: "the operation can happen in a state that has the invariant",
      property: nil, verdict: .unknown, milliseconds: 0)
    do throws(SolverFailure) {
      var answer = try possibility(of: operation, solver)
      if case .unsat = answer {
        answer = try possibility(of: free, solver)
        if case .sat = answer { record.impossible.append(operation.name) }
      }
      switch answer {
      case .sat: return true
      case .unsat:
        step.remark = "it says that this is impossible under any policy: what is assumed contradicts itself, or the solver errs"
      case .unknown(let remark): step.remark = remark
      }
    } catch {
      guard case .lost(_, let remark) = error else { throw error }
      step.remark = remark
    }
    record.steps.append(step)
    return false
  }

  /// Every counterexample, with what is not as it should be when it is looked at without the solver: an assumption that is false
  /// in it, or the goal, if that is true.
  package func recheckedCounterexamples() throws(Failure) -> [(step: String, faults: [String])] {
    let solver = Solver(settings)
    var checked: [(step: String, faults: [String])] = []
    for operation in Operations(policy: try rules()).all {
      let goals = goals(of: operation)
      solver.assume(assumptions(of: operation, goals))
      for goal in goals {
        do throws(SolverFailure) {
          guard case .sat(let model?) = try solver.check(Script.refute(goal.formula)) else { continue }
          checked.append(("\(operation.name)/\(goal.name)", faults(of: model, operation, goal)))
        } catch { throw .solver(error) }
      }
    }
    return checked
  }

  private func faults(of model: Model, _ operation: Operation, _ goal: Goal) -> [String] {
    model.changes = operation.changes
    let lemmas = Lemma.all.filter { !$0.formula.isTrue(in: model) }.map { "\($0.name) does not hold before" }
    let axioms = Theory.axioms(isQuorumAssumed: isQuorumAssumed).filter { !$0.formula.isTrue(in: model) }
    let assumed = operation.assumes.filter { !$0.isTrue(in: model) }
    return lemmas + axioms.map { "not so: \($0.words)" } + assumed.map { "not so: \($0.mathematics)" }
      + (goal.formula.isTrue(in: model) ? ["\(goal.name) holds"] : [])
  }
}
