import DomainManagement
import Formulas
import Policy
import Records
import Scenarios

/// What keeps the proofs honest: a contradiction proves everything, and a solver can be wrong.
extension Prover {
  /// The operations that cannot happen in any state that has the invariant.
  package func impossible() throws(Failure) -> [String] {
    let solver = Solver(settings)
    var names: [String] = []
    for operation in Operations(policy: try rules()).all {
      solver.assume(assumptions(of: operation, goals(of: operation)))
      do throws(SolverFailure) {
        if case .sat = try solver.check() { continue }
      } catch { throw .solver(error) }
      names.append(operation.name)
    }
    return names
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
