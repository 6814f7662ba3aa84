extension Expression {
  func replacing(_ meanings: [Variable: Expression]) -> Expression {
    switch self {
    case .variable(let variable): meanings[variable] ?? self
    case .apply(let function, let arguments): .apply(function, arguments.map { $0.replacing(meanings) })
    case .number: self
    }
  }
}

extension Formula {
  /// The same with other expressions for free variables. They must not speak of variables that the formula binds.
  public func replacing(_ meanings: [Variable: Expression]) -> Formula {
    func inner(_ variable: Variable, _ body: Formula) -> Formula {
      body.replacing(meanings.filter { $0.key != variable })
    }
    return switch self {
    case .holds(let relation, let arguments, let isAfter):
      .holds(relation, arguments.map { $0.replacing(meanings) }, isAfter: isAfter)
    case .equal(let a, let b): .equal(a.replacing(meanings), b.replacing(meanings))
    case .not(let part): .not(part.replacing(meanings))
    case .all(let parts): .all(parts.map { $0.replacing(meanings) })
    case .any(let parts): .any(parts.map { $0.replacing(meanings) })
    case .implies(let a, let b): .implies(a.replacing(meanings), b.replacing(meanings))
    case .iff(let a, let b): .iff(a.replacing(meanings), b.replacing(meanings))
    case .every(let variable, let body): .every(variable, inner(variable, body))
    case .some(let variable, let body): .some(variable, inner(variable, body))
    case .enough(let quorum, let variable, let body):
      .enough(quorum.replacing(meanings), variable, inner(variable, body))
    case .judged(.link(let link)): .judged(.link(link.replacing(meanings)))
    case .judged: self
    }
  }

  public func replacing<K: Kind>(_ term: Term<K>, by other: Term<K>) -> Formula {
    guard case .variable(let variable) = term.expression else { return self }
    return replacing([variable: other.expression])
  }

  /// The same, with what the policy says of something else put in its place.
  public func expanded(_ judge: (Judgement) -> Formula) -> Formula {
    switch self {
    case .holds, .equal: self
    case .not(let part): .not(part.expanded(judge))
    case .all(let parts): .all(parts.flatMap { $0.expanded(judge).conjuncts })
    case .any(let parts): .any(parts.map { $0.expanded(judge) })
    case .implies(let a, let b): .implies(a.expanded(judge), b.expanded(judge))
    case .iff(let a, let b): .iff(a.expanded(judge), b.expanded(judge))
    case .every(let variable, let body): .every(variable, body.expanded(judge))
    case .some(let variable, let body): .some(variable, body.expanded(judge))
    case .enough(let quorum, let variable, let body): .enough(quorum, variable, body.expanded(judge))
    case .judged(let judgement): judge(judgement).expanded(judge)
    }
  }

  /// What it says of the state after an operation that changes these relations.
  public func after(changing changed: Set<Relation>) -> Formula {
    switch self {
    case .holds(let relation, let arguments, _): .holds(relation, arguments, isAfter: changed.contains(relation))
    case .equal, .judged: self
    case .not(let part): .not(part.after(changing: changed))
    case .all(let parts): .all(parts.map { $0.after(changing: changed) })
    case .any(let parts): .any(parts.map { $0.after(changing: changed) })
    case .implies(let a, let b): .implies(a.after(changing: changed), b.after(changing: changed))
    case .iff(let a, let b): .iff(a.after(changing: changed), b.after(changing: changed))
    case .every(let variable, let body): .every(variable, body.after(changing: changed))
    case .some(let variable, let body): .some(variable, body.after(changing: changed))
    case .enough(let quorum, let variable, let body): .enough(quorum, variable, body.after(changing: changed))
    }
  }

  /// The variables that nothing in it binds.
  public var free: Set<Variable> {
    switch self {
    case .holds(_, let arguments, _): arguments.reduce(into: []) { $0.formUnion($1.free) }
    case .equal(let a, let b): a.free.union(b.free)
    case .not(let part): part.free
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.free) }
    case .implies(let a, let b), .iff(let a, let b): a.free.union(b.free)
    case .every(let variable, let body), .some(let variable, let body): body.free.subtracting([variable])
    case .enough(let quorum, let variable, let body): quorum.free.union(body.free.subtracting([variable]))
    case .judged(.link(let link)): link.free
    case .judged: []
    }
  }

  /// The relations that occur in it.
  public var relations: Set<Relation> {
    switch self {
    case .holds(let relation, _, _): [relation]
    case .equal, .judged: []
    case .not(let part): part.relations
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.relations) }
    case .implies(let a, let b), .iff(let a, let b): a.relations.union(b.relations)
    case .every(_, let body), .some(_, let body), .enough(_, _, let body): body.relations
    }
  }
}

extension Expression {
  var free: Set<Variable> {
    switch self {
    case .variable(let variable): [variable]
    case .apply(_, let arguments): arguments.reduce(into: []) { $0.formUnion($1.free) }
    case .number: []
    }
  }
}

extension Quorum {
  func replacing(_ meanings: [Variable: Expression]) -> Quorum {
    Quorum(
      demands.map { demand in
        switch demand {
        case .way(let trust, let command): .way(trust.replacing(meanings), command: command)
        case .number(let trust, let command): .number(trust.replacing(meanings), command: command)
        }
      }, countsSignersOnce: countsSignersOnce)
  }

  var free: Set<Variable> {
    demands.reduce(into: []) { names, demand in
      switch demand {
      case .way(let trust, _), .number(let trust, _): names.formUnion(trust.free)
      }
    }
  }
}
