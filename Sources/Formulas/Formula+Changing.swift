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
    switch self {
    case .holds(let relation, let arguments, let isAfter):
      return .holds(relation, arguments.map { $0.replacing(meanings) }, isAfter: isAfter)
    case .equal(let a, let b): return .equal(a.replacing(meanings), b.replacing(meanings))
    case .judged(.link(let link)): return .judged(.link(link.replacing(meanings)))
    case .enough(let quorum, let variable, let body):
      return .enough(quorum.replacing(meanings), variable, body.replacing(meanings.filter { $0.key != variable }))
    default:
      let free = meanings.filter { $0.key != binds }
      return mapChildren { $0.replacing(free) }
    }
  }

  public func replacing<K: Kind>(_ term: Term<K>, by other: Term<K>) -> Formula {
    guard case .variable(let variable) = term.expression else { return self }
    return replacing([variable: other.expression])
  }

  /// The same, with what the policy says of something else put in its place.
  public func expanded(_ judge: (Judgement) -> Formula) -> Formula {
    switch self {
    case .all(let parts): .all(parts.flatMap { $0.expanded(judge).conjuncts })
    case .judged(let judgement): judge(judgement).expanded(judge)
    default: mapChildren { $0.expanded(judge) }
    }
  }

  /// What it says of the state after an operation that changes these relations.
  public func after(changing changed: Set<Relation>) -> Formula {
    if case .holds(let relation, let arguments, _) = self {
      return .holds(relation, arguments, isAfter: changed.contains(relation))
    }
    return mapChildren { $0.after(changing: changed) }
  }

  /// The variables that nothing in it binds.
  public var free: Set<Variable> {
    let own: Set<Variable> =
      switch self {
      case .holds(_, let arguments, _): arguments.reduce(into: []) { $0.formUnion($1.free) }
      case .equal(let a, let b): a.free.union(b.free)
      case .enough(let quorum, _, _): quorum.free
      case .judged(.link(let link)): link.free
      default: []
      }
    return children.reduce(into: own) { $0.formUnion($1.free.filter { $0 != binds }) }
  }

  /// The relations that occur in it.
  public var relations: Set<Relation> {
    if case .holds(let relation, _, _) = self { return [relation] }
    return children.reduce(into: []) { $0.formUnion($1.relations) }
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
