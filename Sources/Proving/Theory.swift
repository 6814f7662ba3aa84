import Formulas
import Policy
import Records
import Scenarios

/// What holds of the protocol whatever its policy: what lists, counts and ideal cryptography are (docs/proving.md). Nothing here
/// is about a rule.
enum Theory {
  struct Axiom {
    let words: String
    let formula: Formula
  }

  static func axioms(isQuorumAssumed: Bool = true) -> [Axiom] {
    fingerprints + lists + (isQuorumAssumed ? assumption : []) + lines + signatures + stated
  }

  /// What somebody's own property may speak of, and other proofs do without: the keys that HSMs have; and that there are always
  /// more entities and keys than are listed and registered, as many as it has variables for.
  private static var stated: [Axiom] {
    let formulas = Property.added.compactMap(\.formulaInForce)
    func strangers<K: Kind>(_ words: String, _ isStrange: (Term<K>) -> Formula) -> [Axiom] {
      let terms = (0..<(formulas.map { $0.depth(of: K.sort) }.max() ?? 0)).map { Term<K>("stranger\($0)") }
      let distinct = terms.indices.flatMap { i in terms[..<i].map { !$0.equals(terms[i]) } }
      let body = Formula.all(distinct + terms.map(isStrange))
      return terms.isEmpty
        ? [] : [Axiom(words: words, formula: terms.indices.reduce(body) { .some(Variable("stranger\($1)", K.sort), $0) })]
    }
    let nobody = strangers("somebody is nowhere listed, and not registered") { (x: Term<Identities>) in
      !x.isGenuineOperator && !x.isGenuineHSM && !x.isGenuineHost
        && .every { (trust: Term<Trusts>) in
          !trust.lists(operator: x) && !trust.lists(hsm: x) && !trust.lists(host: x) && trust.listsInOwnRole(x)
        }
    }
    let nobodys = strangers("some agreement key is nowhere listed, and not registered") { (key: Term<AgreementKeys>) in
      .every { (x: Term<Identities>, trust: Term<Trusts>) in !x.owns(key) && !trust.lists(hsm: x, with: key) }
    }
    return formulas.isEmpty ? [] : modules + nobody + nobodys
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

  /// What is true of any decision, whoever is asked. Proofs do without what counting is beyond the assumption.
  static let decisions = fingerprints + ancestors + lists + ballots

  /// An honest founding trust, and what the valid successors of honest trusts are: all that honest operators sign.
  static func isCertified(_ trust: Term<Trusts>) -> Formula {
    trust.listsGenuineEntities && trust.listsOwnKeys && trust.listsOwnRoles && trust.keepsGlobalRules
  }

  static func isHonestRoot(_ trust: Term<Trusts>) -> Formula { isCertified(trust) && trust.namesNoAncestors }

  private static let fingerprints = [
    Axiom(
      words: "a fingerprint is of one trust",
      formula: .every { (a: Term<Trusts>, b: Term<Trusts>) in
        a.fingerprint.equals(b.fingerprint).implies(a.equals(b)) && !a.fingerprint.equals(.none)
      }),
    Axiom(
      words: "a trust without a domain names its own",
      formula: .every { (a: Term<Trusts>) in
        a.domain.equals(.none).implies(a.domainName.equals(a.fingerprint))
          && (a.domain.equals(.none) || a.domainName.equals(a.domain))
      }),
  ]

  private static let ancestors = [
    Axiom(
      words: "no trust names itself, or one that names it, as its ancestor",
      formula: .every { (a: Term<Trusts>, b: Term<Trusts>) in
        let names = { (trust: Term<Trusts>, other: Term<Trusts>) in
          trust.parent.equals(other.fingerprint) || trust.domain.equals(other.fingerprint)
        }
        return !(names(a, b) && names(b, a))
      }),
    Axiom(
      words: "an HSM that signs a trust signs no wrapped keys",
      formula: .every { (token: Term<Tokens>) in token.isOnToken || !token.signedWrap.equals(token.wrap) }),
  ]

  private static let lists = [
    Axiom(
      words: "an HSM is listed with a key",
      formula: .every { (x: Term<Identities>, key: Term<AgreementKeys>, trust: Term<Trusts>) in
        trust.lists(hsm: x, with: key).implies(trust.lists(hsm: x))
      }),
    Axiom(
      words: "of two agreement keys of one HSM a trust lists one",
      formula: .every { (x: Term<Identities>, trust: Term<Trusts>) in
        .every { (a: Term<AgreementKeys>, b: Term<AgreementKeys>) in
          (trust.lists(hsm: x, with: a) && trust.lists(hsm: x, with: b)).implies(a.equals(b))
        }
      }),
    Axiom(
      words: "an agreement key is one HSM's",
      formula: .every { (x: Term<Identities>, y: Term<Identities>, key: Term<AgreementKeys>) in
        (x.owns(key) && y.owns(key)).implies(x.equals(y))
      }),
    Axiom(
      words: "honest operators are genuine",
      formula: .every { (x: Term<Identities>) in x.isHonest.implies(x.isGenuineOperator) }),
    Axiom(
      words: "on some ballots no two endorsements have one signer",
      formula: .every { (ballot: Term<Ballots>) in
        ballot.hasSignersOnce.iff(
          .every { (a: Term<Endorsements>, b: Term<Endorsements>) in
            (ballot.counts(a) && ballot.counts(b) && a.signer.equals(b.signer)).implies(a.equals(b))
          })
      }),
    Axiom(
      words: "the commands are three",
      formula: !Term<Commands>.found.equals(.update) && !Term<Commands>.found.equals(.rotateKey)
        && !Term<Commands>.update.equals(.rotateKey)
        && .every { (command: Term<Commands>) in
          command.equals(.found) || command.equals(.update) || command.equals(.rotateKey)
        }),
    Axiom(
      words: "data that pass for a customer key are none", formula: !(Asked.isOfCustomerKey && Asked.confuses)),
  ]

  private static let assumption = [
    Axiom(
      words: "the quorum assumption: genuine operators who meet the global rules, in their own roles, include an honest one",
      formula: .every { (ballot: Term<Ballots>, trust: Term<Trusts>, command: Term<Commands>) in
        .every { (way: Term<Ways>, global: Term<Ways>) in
          (ballot.hasSignersOnce && isOfGenuineOperators(ballot, trust) && isMet(way, of: trust, to: command, by: ballot)
            && global.isGlobal(to: command)
            && .every { (need: Term<Needs>) in global.asks(need).implies(way.covers(need)) }).implies(
              .some { (endorsement: Term<Endorsements>) in ballot.counts(endorsement) && endorsement.signer.isHonest })
        }
      })
  ]

  private static let ballots = [
    Axiom(
      words: "who meets a way is as many as it takes",
      formula: .every { (ballot: Term<Ballots>, trust: Term<Trusts>, command: Term<Commands>) in
        .every { (way: Term<Ways>) in
          isMet(way, of: trust, to: command, by: ballot).implies(ballot.isAsMany(as: way))
        }
      }),
    Axiom(
      words: "where the quorum is one number, as many as a way takes meet it",
      formula: .every { (ballot: Term<Ballots>, trust: Term<Trusts>, command: Term<Commands>) in
        .every { (way: Term<Ways>, need: Term<Needs>) in
          (!trust.isByRole && trust.hasWay(way, to: command) && way.asks(need) && ballot.isAsMany(as: way)).implies(
            ballot.fulfils(need, of: trust))
        }
      }),
    Axiom(
      words: "operators who fulfil a need are there",
      formula: .every { (ballot: Term<Ballots>, trust: Term<Trusts>, need: Term<Needs>) in
        (ballot.hasSignersOnce && ballot.fulfils(need, of: trust)
          && .every { (endorsement: Term<Endorsements>) in
            ballot.counts(endorsement).implies(trust.lists(operator: endorsement.signer))
          }).implies(trust.mans(need))
      }),
    Axiom(
      words: "who is as many as a way that asks for somebody takes is somebody",
      formula: .every { (ballot: Term<Ballots>, way: Term<Ways>, need: Term<Needs>) in
        (ballot.isAsMany(as: way) && way.asks(need) && !need.isOfNobody).implies(
          .some { (endorsement: Term<Endorsements>) in ballot.counts(endorsement) })
      }),
    Axiom(
      words: "a need for somebody is met by operators that are there",
      formula: .every { (trust: Term<Trusts>, need: Term<Needs>) in
        (trust.mans(need) && !need.isOfNobody).implies(
          .some { (x: Term<Identities>) in trust.lists(operator: x) })
      }),
    Axiom(
      words: "what nobody fulfils asks for somebody",
      formula: .every { (ballot: Term<Ballots>, trust: Term<Trusts>, need: Term<Needs>) in
        (ballot.fulfils(need, of: trust) && !need.isOfNobody).implies(
          .some { (endorsement: Term<Endorsements>) in ballot.counts(endorsement) })
      }),
    Axiom(
      words: "what asks for nobody is fulfilled by whomever",
      formula: .every { (ballot: Term<Ballots>, trust: Term<Trusts>, need: Term<Needs>) in
        need.isOfNobody.implies(ballot.fulfils(need, of: trust) && trust.mans(need))
      }),
    Axiom(
      words: "where the quorum is one number, every command has the same way, with one need",
      formula: .every { (trust: Term<Trusts>, command: Term<Commands>) in
        .every { (a: Term<Ways>, b: Term<Ways>) in
          .every { (other: Term<Commands>, n: Term<Needs>, m: Term<Needs>) in
            (!trust.isByRole && trust.hasWay(a, to: command) && trust.hasWay(b, to: other)).implies(
              a.equals(b) && (a.asks(n) && a.asks(m)).implies(n.equals(m)))
          }
        }
      }),
    Axiom(
      words: "where the quorum is one number, every command has a way and a need",
      formula: .every { (trust: Term<Trusts>, command: Term<Commands>) in
        (!trust.isByRole).implies(
          .some { (way: Term<Ways>) in
            trust.hasWay(way, to: command) && .some { (need: Term<Needs>) in way.asks(need) }
          })
      }),
  ]

  private static func isOfGenuineOperators(_ ballot: Term<Ballots>, _ trust: Term<Trusts>) -> Formula {
    .every { (endorsement: Term<Endorsements>) in
      let signer = endorsement.signer
      return ballot.counts(endorsement).implies(
        signer.isGenuineOperator && trust.lists(operator: signer) && trust.listsInOwnRole(signer))
    }
  }

  private static func isMet(_ way: Term<Ways>, of trust: Term<Trusts>, to command: Term<Commands>, by ballot: Term<Ballots>)
    -> Formula
  {
    trust.hasWay(way, to: command)
      && .every { (need: Term<Needs>) in way.asks(need).implies(ballot.fulfils(need, of: trust)) }
  }

  private static let lines = [
    Axiom(
      words: "an honest founding trust is of an honest line, and so is what is certified and names such a trust as its parent",
      formula: .every { (trust: Term<Trusts>) in
        isHonestRoot(trust).implies(trust.isOfHonestLine)
          && .every { (parent: Term<Trusts>) in
            (isCertified(trust) && trust.parent.equals(parent.fingerprint) && parent.isOfHonestLine).implies(
              trust.isOfHonestLine)
          }
      }),
    Axiom(
      words: "nothing else is",
      formula: .every { (trust: Term<Trusts>) in
        trust.isOfHonestLine.implies(
          isCertified(trust) && trust.parent.equals(.none).implies(trust.domain.equals(.none))
            && .every { (parent: Term<Trusts>) in trust.parent.equals(parent.fingerprint).implies(parent.isOfHonestLine) })
      }),
  ]

  /// Ideal signatures: who did not sign, signed nothing. HSMs sign tokens, honest operators trusts and orders; one key may be an
  /// HSM's and an operator's.
  private static let signatures = [
    Axiom(
      words: "what authorises a link is no order",
      formula: .every { (endorsement: Term<Endorsements>, link: Term<Links>) in
        endorsement.authorises(link).implies(!endorsement.isSubmitted)
      }),
    Axiom(
      words: "an honest operator's signature was made by it",
      formula: .every { (endorsement: Term<Endorsements>) in
        let signer = endorsement.signer
        let made =
          endorsement.isSubmitted.implies(signer.hasOrdered(endorsement.order))
          && (!endorsement.isSubmitted && endorsement.isOnTrust).implies(signer.hasSigned(endorsement.trust))
          && (!endorsement.isSubmitted && !endorsement.isOnTrust).implies(
            signer.isGenuineHSM && signer.hasIssued(endorsement.wrap, under: endorsement.trust))
        return (endorsement.isValid && signer.isHonest).implies(made)
      }),
    Axiom(
      words: "a genuine HSM's signature was made by it",
      formula: .every { (token: Term<Tokens>) in
        (token.isValid && token.isOnToken && token.signer.isGenuineHSM).implies(
          token.signer.hasIssued(token.signedWrap, under: token.signedTrust))
      }),
  ]
}
