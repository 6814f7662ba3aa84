import DomainManagement
import Formulas
import Policy
import Records
import Scenarios

/// Something that happens: what it takes, what it changes, and what has to be true of it besides the invariant.
struct Operation {
  struct Change {
    let relation: Relation
    let variables: [Variable]
    let formula: Formula
  }

  /// What has to be true of the operation itself.
  struct Duty {
    let name: String
    let words: String
    var property: Property?
    /// What the property says that this does not.
    var caveat: ProofRecord.Caveat?
    let formula: Formula
  }

  let name: String
  let words: String
  let assumes: [Formula]
  var changes: [Change] = []
  var duties: [Duty] = []
}

extension Operation.Change {
  /// `formula` is of the relation's arguments.
  static func also<A: Kind>(_ relation: Relation, _ formula: (Term<A>) -> Formula) -> Self {
    let term = Term<A>("0")
    let was = Formula.holds(relation, [term.expression])
    return Self(relation: relation, variables: [Variable("0", A.sort)], formula: was || formula(term))
  }

  static func also<A: Kind, B: Kind>(_ relation: Relation, _ formula: (Term<A>, Term<B>) -> Formula) -> Self {
    let (a, b) = (Term<A>("0"), Term<B>("1"))
    let was = Formula.holds(relation, [a.expression, b.expression])
    return Self(relation: relation, variables: [Variable("0", A.sort), Variable("1", B.sort)], formula: was || formula(a, b))
  }

  /// What a host has is what it is given, if anything is.
  static func set(_ relation: Relation, of host: Term<Identities>, to trust: Term<Trusts>, if condition: Formula = .truth) -> Self
  {
    let (x, other) = (Term<Identities>("0"), Term<Trusts>("1"))
    let was = Formula.holds(relation, [x.expression, other.expression])
    let isSet = x.equals(host) && condition
    return Self(
      relation: relation, variables: [Variable("0", .identity), Variable("1", .trust)],
      formula: (isSet && other.equals(trust)) || (!isSet && was))
  }
}

/// What operations are about, besides what is asked.
enum Told {
  static let signer = Term<Identities>("signer")
  static let root = Term<Trusts>("root")
  /// What an HSM gives out.
  static let sent = Term<Wraps>("sent")
  static let key = Term<Secrets>("key")
  static let fresh = Term<Secrets>("fresh")
  static let recipient = Term<AgreementKeys>("recipient")
  /// By how many versions a key is older than the active one.
  static let age = Term<Counts>("age")
}
