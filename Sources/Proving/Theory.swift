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
    acyclic,
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
    somebody,
    Axiom(
      words: "what nobody fulfils asks for somebody",
      formula: .every { (ballot: Term<Ballots>, trust: Term<Trusts>, need: Term<Needs>) in
        (ballot.fulfils(need, of: trust) && !need.isOfNobody).implies(
          .some { (endorsement: Term<Endorsements>) in ballot.counts(endorsement) })
      }),
    nobody,
    oneWay,
    someWay,
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
