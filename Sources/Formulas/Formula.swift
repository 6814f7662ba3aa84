/// First-order logic over the vocabulary.
public indirect enum Formula: Hashable, Sendable {
  /// Of the state after an operation, if it is one that operations change and `isAfter`.
  case holds(Relation, [Expression], isAfter: Bool = false)
  case equal(Expression, Expression)
  case not(Formula)
  case all([Formula])
  case any([Formula])
  case implies(Formula, Formula)
  case iff(Formula, Formula)
  case every(Variable, Formula)
  case some(Variable, Formula)
  /// Of the endorsements for which a formula holds, some are a quorum.
  case enough(Quorum, Variable, Formula)
  /// What the whole policy says of something else.
  case judged(Judgement)

  public static let truth = Formula.all([])
  public static let falsity = Formula.any([])
}

/// What a number of endorsements has to come to.
public struct Quorum: Hashable, Sendable {
  public enum Demand: Hashable, Sendable {
    /// One of the ways of this trust for this command.
    case way(Expression, command: Expression)
    /// As many endorsements as the shortest of these ways takes, whoever gave them.
    case number(Expression, command: Expression)
  }

  public let demands: [Demand]
  /// Whether of the endorsements of one signer one counts.
  public let countsSignersOnce: Bool

  public init(_ demands: [Demand], countsSignersOnce: Bool) {
    (self.demands, self.countsSignersOnce) = (demands, countsSignersOnce)
  }
}

extension Quorum.Demand {
  public static func way(of trust: Term<Trusts>, to command: Term<Commands>) -> Self {
    .way(trust.expression, command: command.expression)
  }
  public static func number(of trust: Term<Trusts>, to command: Term<Commands>) -> Self {
    .number(trust.expression, command: command.expression)
  }
}

/// Questions that a rule puts to the policy that it is part of.
public enum Judgement: Hashable, Sendable {
  /// Whether a link is accepted by the rules about links.
  case link(Expression)
  /// Whether an HSM would move along the path that a host is asked to move along.
  case path
  /// Whether a host may use the token.
  case token
}

extension Formula {
  public static prefix func ! (formula: Formula) -> Formula { .not(formula) }

  public static func && (a: Formula, b: Formula) -> Formula { .all(a.conjuncts + b.conjuncts) }

  public static func || (a: Formula, b: Formula) -> Formula {
    switch (a, b) {
    case (.any(let parts), _): .any(parts + [b])
    default: .any([a, b])
    }
  }

  public func implies(_ other: Formula) -> Formula { .implies(self, other) }
  public func iff(_ other: Formula) -> Formula { .iff(self, other) }

  public var conjuncts: [Formula] { if case .all(let parts) = self { parts } else { [self] } }

  public static func every<K: Kind>(_ kind: K.Type = K.self, _ body: (Term<K>) -> Formula) -> Formula {
    let (variable, body) = bound(body)
    return .every(variable, body)
  }

  public static func every(_ variables: [Variable], _ body: Formula) -> Formula {
    variables.reversed().reduce(body) { .every($1, $0) }
  }

  public static func some<K: Kind>(_ kind: K.Type = K.self, _ body: (Term<K>) -> Formula) -> Formula {
    let (variable, body) = bound(body)
    return .some(variable, body)
  }

  public static func every<A: Kind, B: Kind>(_ body: (Term<A>, Term<B>) -> Formula) -> Formula {
    every { (a: Term<A>) in every { (b: Term<B>) in body(a, b) } }
  }

  public static func every<A: Kind, B: Kind, C: Kind>(_ body: (Term<A>, Term<B>, Term<C>) -> Formula) -> Formula {
    every { (a: Term<A>) in every { (b: Term<B>, c: Term<C>) in body(a, b, c) } }
  }

  public static func enough(_ quorum: Quorum, _ body: (Term<Endorsements>) -> Formula) -> Formula {
    let (variable, body) = bound(body)
    return .enough(quorum, variable, body)
  }

  /// A variable that the body does not bind again, and the body about it.
  private static func bound<K: Kind>(_ body: (Term<K>) -> Formula) -> (Variable, Formula) {
    let taken = body(Term<K>(K.sort.letter)).names
    let letter = K.sort.letter
    let name = ([letter] + (1...9).map { "\(letter)\($0)" }).first { !taken.contains($0) } ?? "\(letter)\(taken.count)"
    return (Variable(name, K.sort), body(Term<K>(name)))
  }

  /// Of the variables that it binds.
  private var names: Set<String> { children.reduce(into: Set([binds?.name].compactMap(\.self))) { $0.formUnion($1.names) } }
}
