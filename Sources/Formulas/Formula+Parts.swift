/// What formulas are made of: whoever walks over one names the cases that matter to it, and these are the rest.
extension Formula {
  /// The formulas that it is put together of, one level down.
  public var children: [Formula] {
    switch self {
    case .holds, .equal, .judged: []
    case .not(let part): [part]
    case .all(let parts), .any(let parts): parts
    case .implies(let a, let b), .iff(let a, let b): [a, b]
    case .every(_, let body), .some(_, let body), .enough(_, _, let body): [body]
    }
  }

  /// The same of what `change` makes of its parts.
  public func mapChildren(_ change: (Formula) -> Formula) -> Formula {
    switch self {
    case .holds, .equal, .judged: self
    case .not(let part): .not(change(part))
    case .all(let parts): .all(parts.map(change))
    case .any(let parts): .any(parts.map(change))
    case .implies(let a, let b): .implies(change(a), change(b))
    case .iff(let a, let b): .iff(change(a), change(b))
    case .every(let variable, let body): .every(variable, change(body))
    case .some(let variable, let body): .some(variable, change(body))
    case .enough(let quorum, let variable, let body): .enough(quorum, variable, change(body))
    }
  }

  /// The variable that it binds in its parts.
  var binds: Variable? {
    switch self {
    case .every(let variable, _), .some(let variable, _), .enough(_, let variable, _): variable
    default: nil
    }
  }

  /// How many variables of a sort it binds, one within the other: so many things that are alike it can tell from fewer.
  public func depth(of sort: Sort) -> Int { (children.map { $0.depth(of: sort) }.max() ?? 0) + (binds?.sort == sort ? 1 : 0) }
}
