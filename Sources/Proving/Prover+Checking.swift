import DomainManagement
import Formulas
import Policy
import Records
import Scenarios

/// What keeps the proofs honest: a contradiction proves everything, and a solver can be wrong.
extension Prover {
  /// The operations that cannot happen in any state that has the invariant.
  package func impossible() throws(Failure) -> [String] {
    var names: [String] = []
    for operation in Operations(policy: try rules()).all {
      do throws(SolverFailure) {
        let solver = try Solver(settings)
        try prepare(solver, operation, goals(of: operation))
        if try solver.check() != .sat { names.append(operation.name) }
      } catch { throw .solver(error) }
    }
    return names
  }

  /// Every counterexample, with what is not as it should be when it is looked at without the solver: an assumption that is false
  /// in it, or the goal, if that is true.
  package func recheckedCounterexamples() throws(Failure) -> [(step: String, faults: [String])] {
    var checked: [(step: String, faults: [String])] = []
    for operation in Operations(policy: try rules()).all {
      do throws(SolverFailure) {
        let (solver, goals) = (try Solver(settings), goals(of: operation))
        try prepare(solver, operation, goals)
        for goal in goals {
          try solver.tell("(push 1)\n\(Script.refute(goal.formula))")
          if try solver.check() == .sat, let model = Model(try solver.ask("(get-model)")) {
            checked.append(("\(operation.name)/\(goal.name)", faults(of: model, operation, goal)))
          }
          try solver.tell("(pop 1)")
        }
      } catch { throw .solver(error) }
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
