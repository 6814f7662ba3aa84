/// SMT-LIB 2, as every solver reads it.
extension Formula {
  public var smt: String {
    switch self {
    case .holds(.atMost, let arguments, _): "(<= \(arguments.map(\.smt).joined(separator: " ")))"
    case .holds(let relation, let arguments, let isAfter):
      arguments.isEmpty
        ? relation.smt(isAfter) : "(\(relation.smt(isAfter)) \(arguments.map(\.smt).joined(separator: " ")))"
    case .equal(let a, let b): "(= \(a.smt) \(b.smt))"
    case .not(let part): "(not \(part.smt))"
    case .all(let parts): parts.isEmpty ? "true" : "(and \(parts.map(\.smt).joined(separator: " ")))"
    case .any(let parts): parts.isEmpty ? "false" : "(or \(parts.map(\.smt).joined(separator: " ")))"
    case .implies(let a, let b): "(=> \(a.smt) \(b.smt))"
    case .iff(let a, let b): "(= \(a.smt) \(b.smt))"
    case .every(let variable, let body): "(forall ((\(variable.smt) \(variable.sort.smt))) \(body.smt))"
    case .some(let variable, let body): "(exists ((\(variable.smt) \(variable.sort.smt))) \(body.smt))"
    case .enough(let quorum, let variable, let body): quorum.ballot(variable, body).smt
    case .judged: preconditionFailure("what the policy says of something else is put in its place first")
    }
  }
}

extension Quorum {
  /// There is a ballot of such endorsements that is what is asked for.
  func ballot(_ variable: Variable, _ body: Formula) -> Formula {
    .some { (ballot: Term<Ballots>) in
      let isCounted = Formula.holds(.isOn, [.variable(variable), ballot.expression])
      let counted = Formula.every(variable, isCounted.implies(body))
      let once = countsSignersOnce ? ballot.hasSignersOnce : .truth
      return demands.reduce(counted && once) { $0 && $1.isMet(by: ballot) }
    }
  }
}

extension Quorum.Demand {
  func isMet(by ballot: Term<Ballots>) -> Formula {
    .some { (way: Term<Ways>) in
      switch self {
      case .way(let trust, let command):
        .holds(.way, [way.expression, trust, command])
          && .every { (need: Term<Needs>) in
            way.asks(need).implies(.holds(.fulfils, [ballot.expression, need.expression, trust]))
          }
      case .number(let trust, let command):
        .holds(.way, [way.expression, trust, command]) && ballot.isAsMany(as: way)
      }
    }
  }
}

extension Expression {
  public var smt: String {
    switch self {
    case .variable(let variable): variable.smt
    case .apply(let function, let arguments):
      arguments.isEmpty ? function.smt : "(\(function.smt) \(arguments.map(\.smt).joined(separator: " ")))"
    case .number(let number): "\(number)"
    }
  }
}

extension Variable {
  /// With a mark: functions have names as well.
  public var smt: String { "?\(name)" }
}
// With a mark: solvers have functions of their own.
extension Function { public var smt: String { "$\(rawValue)" } }
extension Relation { public func smt(_ isAfter: Bool) -> String { isAfter && isState ? "\(rawValue)~after" : rawValue } }
extension Sort { public var smt: String { self == .count ? "Int" : rawValue } }
