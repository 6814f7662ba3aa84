import Formulas

/// SMT-LIB of the theory and of one operation.
enum Script {
  static func header(of axioms: [Theory.Axiom]) -> String {
    let sorts = Sort.allCases.filter { $0 != .count }.map { "(declare-sort \($0.smt) 0)" }
    let functions = Function.allCases.map { declare($0.smt, $0.signature.arguments, $0.signature.result.smt) }
    let relations = Relation.allCases.filter { $0 != .atMost }.map { declare($0.smt(false), $0.signature, "Bool") }
    let axioms = axioms.map { "; \($0.words)\n\(assert($0.formula))" }
    return (["(set-logic ALL)"] + sorts + functions + relations + axioms).joined(separator: "\n")
  }

  static func assert(_ formula: Formula) -> String { "(assert \(formula.smt))" }
  static func refute(_ formula: Formula) -> String { "(assert (not \(formula.smt)))" }

  private static func declare(_ name: String, _ arguments: [Sort], _ result: String) -> String {
    "(declare-fun \(name) (\(arguments.map(\.smt).joined(separator: " "))) \(result))"
  }

  static func constants(_ formulas: [Formula]) -> String {
    let free = formulas.reduce(into: Set<Variable>()) { $0.formUnion($1.free) }
    return free.sorted { $0.name < $1.name }.map { declare($0.smt, [], $0.sort.smt) }.joined(separator: "\n")
  }

  static func define(_ change: Operation.Change) -> String {
    let variables = change.variables.map { "(\($0.smt) \($0.sort.smt))" }.joined(separator: " ")
    return "(define-fun \(change.relation.smt(true)) (\(variables)) Bool \(change.formula.smt))"
  }
}
