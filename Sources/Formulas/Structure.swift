/// What formulas are evaluated in: finitely many things of each sort, and what holds of them.
public protocol Structure {
  associatedtype Element: Hashable

  /// All of a sort that a formula can speak of.
  func elements(of sort: Sort) -> [Element]
  /// What a question is about; nil for what it is not.
  func element(named name: String) -> Element?
  func value(of function: Function, _ arguments: [Element]) -> Element
  func number(_ number: Int) -> Element
  func holds(_ relation: Relation, _ arguments: [Element]) -> Bool
  /// The same after an operation.
  func holdsAfter(_ relation: Relation, _ arguments: [Element]) -> Bool
  /// Whether endorsements are what a quorum asks for.
  func isEnough(_ endorsements: [Element], _ demand: Quorum.Demand, trust: Element, command: Element, once: Bool) -> Bool
  func judge(_ judgement: Judgement, _ arguments: [Element]) -> Bool
}

extension Structure {
  public func holdsAfter(_ relation: Relation, _ arguments: [Element]) -> Bool { holds(relation, arguments) }
}

extension Formula {
  public func isTrue<S: Structure>(in structure: S) -> Bool {
    var evaluation = Evaluation(structure: structure)
    return evaluation.isTrue(self)
  }

  /// With something else as the value of a free variable.
  public func isTrue<S: Structure, K: Kind>(in structure: S, _ term: Term<K>, _ value: S.Element) -> Bool {
    var evaluation = Evaluation(structure: structure)
    if case .variable(let variable) = term.expression { evaluation.bound.append((variable.name, value)) }
    return evaluation.isTrue(self)
  }
}

private struct Evaluation<S: Structure> {
  let structure: S
  /// Few at a time: the innermost is the last.
  var bound: [(name: String, value: S.Element)] = []

  mutating func isTrue(_ formula: Formula) -> Bool {
    switch formula {
    case .holds(let relation, let arguments, let isAfter):
      let values = arguments.map { value($0) }
      return isAfter ? structure.holdsAfter(relation, values) : structure.holds(relation, values)
    case .equal(let a, let b): return value(a) == value(b)
    case .not(let part): return !isTrue(part)
    case .all(let parts):
      for part in parts where !isTrue(part) { return false }
      return true
    case .any(let parts):
      for part in parts where isTrue(part) { return true }
      return false
    case .implies(let a, let b): return !isTrue(a) || isTrue(b)
    case .iff(let a, let b): return isTrue(a) == isTrue(b)
    case .every(let variable, let body):
      for element in structure.elements(of: variable.sort) where !isTrue(body, variable, element) { return false }
      return true
    case .some(let variable, let body):
      for element in structure.elements(of: variable.sort) where isTrue(body, variable, element) { return true }
      return false
    case .enough(let quorum, let variable, let body):
      var counted: [S.Element] = []
      for element in structure.elements(of: variable.sort) where isTrue(body, variable, element) { counted.append(element) }
      return quorum.demands.allSatisfy { demand in
        switch demand {
        case .way(let trust, let command), .number(let trust, let command):
          structure.isEnough(
            counted, demand, trust: value(trust), command: value(command), once: quorum.countsSignersOnce)
        }
      }
    case .judged(.link(let link)): return structure.judge(.link(link), [value(link)])
    case .judged(let judgement): return structure.judge(judgement, [])
    }
  }

  private mutating func isTrue(_ body: Formula, _ variable: Variable, _ element: S.Element) -> Bool {
    bound.append((variable.name, element))
    defer { bound.removeLast() }
    return isTrue(body)
  }

  private func value(_ expression: Expression) -> S.Element {
    switch expression {
    case .variable(let variable):
      guard let value = bound.last(where: { $0.name == variable.name })?.value ?? structure.element(named: variable.name) else {
        preconditionFailure("a formula speaks of `\(variable.name)`, which the question is not about")
      }
      return value
    case .apply(let function, let arguments): return structure.value(of: function, arguments.map { value($0) })
    case .number(let number): return structure.number(number)
    }
  }
}
