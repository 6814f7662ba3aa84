import Formulas
import Policy
import Records
import Scenarios

extension Theory {
  /// What somebody's own property may speak of, and other proofs do without: the keys that HSMs have, the needs of quorums, and
  /// ancestors; and that there are always more entities and keys than are listed and registered, as many as it has variables for.
  static var stated: [Axiom] {
    let formulas = Property.added.compactMap(\.formulaInForce)
    func strangers<K: Kind>(_ words: String, _ isStrange: (Term<K>) -> Formula) -> [Axiom] {
      let terms = (0..<(formulas.map { $0.depth(of: K.sort) }.max() ?? 0)).map { Term<K>("stranger\($0)") }
      let distinct = terms.indices.flatMap { i in terms[..<i].map { !$0.equals(terms[i]) } }
      let body = Formula.all(distinct + terms.map(isStrange))
      return terms.isEmpty
        ? [] : [Axiom(words: words, formula: terms.indices.reduce(body) { .some(Variable("stranger\($1)", K.sort), $0) })]
    }
    let unlisted = strangers("somebody is nowhere listed, and not registered") { (x: Term<Identities>) in
      !x.isGenuineOperator && !x.isGenuineHSM && !x.isGenuineHost
        && .every { (trust: Term<Trusts>) in
          !trust.lists(operator: x) && !trust.lists(hsm: x) && !trust.lists(host: x) && trust.listsInOwnRole(x)
        }
    }
    let nobodys = strangers("some agreement key is nowhere listed, and not registered") { (key: Term<AgreementKeys>) in
      .every { (x: Term<Identities>, trust: Term<Trusts>) in !x.owns(key) && !trust.lists(hsm: x, with: key) }
    }
    return formulas.isEmpty ? [] : modules + [acyclic, somebody, nobody, oneWay, someWay] + unlisted + nobodys
  }

  private static let modules = [
    Axiom(
      words: "who is listed as an HSM is listed with a key",
      formula: .every { (x: Term<Identities>, trust: Term<Trusts>) in
        trust.lists(hsm: x).implies(.some { (key: Term<AgreementKeys>) in trust.lists(hsm: x, with: key) })
      }),
    Axiom(
      words: "genuine HSMs are those that have a registered key",
      formula: .every { (x: Term<Identities>) in
        x.isGenuineHSM.iff(.some { (key: Term<AgreementKeys>) in x.owns(key) })
      }),
    Axiom(
      words: "an HSM has one registered key",
      formula: .every { (x: Term<Identities>, a: Term<AgreementKeys>, b: Term<AgreementKeys>) in
        (x.owns(a) && x.owns(b)).implies(a.equals(b))
      }),
  ]

  // MARK: Facts that decisions rest on, too

  static let acyclic = Axiom(
    words: "no trust names itself, or one that names it, as its ancestor",
    formula: .every { (a: Term<Trusts>, b: Term<Trusts>) in
      let names = { (trust: Term<Trusts>, other: Term<Trusts>) in
        trust.parent.equals(other.fingerprint) || trust.domain.equals(other.fingerprint)
      }
      return !(names(a, b) && names(b, a))
    })

  static let somebody = Axiom(
    words: "a need for somebody is met by operators that are there",
    formula: .every { (trust: Term<Trusts>, need: Term<Needs>) in
      (trust.mans(need) && !need.isOfNobody).implies(
        .some { (x: Term<Identities>) in trust.lists(operator: x) })
    })

  static let nobody = Axiom(
    words: "what asks for nobody is fulfilled by whomever",
    formula: .every { (ballot: Term<Ballots>, trust: Term<Trusts>, need: Term<Needs>) in
      need.isOfNobody.implies(ballot.fulfils(need, of: trust) && trust.mans(need))
    })

  static let oneWay = Axiom(
    words: "where the quorum is one number, every command has the same way, with one need",
    formula: .every { (trust: Term<Trusts>, command: Term<Commands>) in
      .every { (a: Term<Ways>, b: Term<Ways>) in
        .every { (other: Term<Commands>, n: Term<Needs>, m: Term<Needs>) in
          (!trust.isByRole && trust.hasWay(a, to: command) && trust.hasWay(b, to: other)).implies(
            a.equals(b) && (a.asks(n) && a.asks(m)).implies(n.equals(m)))
        }
      }
    })

  static let someWay = Axiom(
    words: "where the quorum is one number, every command has a way and a need",
    formula: .every { (trust: Term<Trusts>, command: Term<Commands>) in
      (!trust.isByRole).implies(
        .some { (way: Term<Ways>) in
          trust.hasWay(way, to: command) && .some { (need: Term<Needs>) in way.asks(need) }
        })
    })
}
