import DomainManagement
import Formulas
import Policy
import Records
import Scenarios

/// A part of the invariant: what holds in every state, whatever the adversary does.
struct Lemma: Sendable {
  let name: String
  let words: String
  /// The property that it is, if it is one and no more than a step towards others.
  var property: Property?
  let formula: Formula

  /// Whether operations could change what it says.
  var isOfState: Bool { formula.relations.contains(where: \.isState) }

  static var all: [Lemma] { trusts + keys + hosts + stated }

  /// What somebody states of trusts in force.
  private static var stated: [Lemma] {
    Property.added.compactMap { invariant in
      invariant.formulaInForce.map { formula in
        Lemma(
          name: invariant.name, words: invariant.words, property: invariant.property,
          formula: .every { (trust: Term<Trusts>) in trust.isInForce.implies(formula.replacing(Asked.trust, by: trust)) })
      }
    }
  }

  private static let trusts = [
    Lemma(
      name: "signed-is-certified",
      words:
        "what an honest operator signed lists genuine entities, in their roles and with their keys, and keeps the global rules",
      formula: .every { (x: Term<Identities>, trust: Term<Trusts>) in
        (x.isHonest && x.hasSigned(trust)).implies(Theory.isCertified(trust))
      }),
    Lemma(
      name: "in-force-is-genuine", words: "no trust in force in an honest domain lists what is not genuine",
      property: .genuineMembers,
      formula: .every { (trust: Term<Trusts>) in
        trust.isInForce.implies(trust.listsGenuineEntities && trust.listsOwnKeys && trust.listsOwnRoles)
      }),
    Lemma(
      name: "in-force-keeps-quorum", words: "a trust in force in an honest domain keeps the global rules",
      formula: .every { (trust: Term<Trusts>) in trust.isInForce.implies(trust.keepsGlobalRules) }),
    Lemma(
      name: "in-force-has-line",
      words: "a trust in force in an honest domain descends from its founding trust, by its fingerprints",
      formula: .every { (trust: Term<Trusts>) in trust.isInForce.implies(trust.isOfHonestLine) }),
  ]

  private static let keys = [
    Lemma(
      name: "tokens-are-tagged", words: "what a genuine HSM wrapped has the fingerprint of its trust as tag",
      formula: .every { (x: Term<Identities>, trust: Term<Trusts>, wrap: Term<Wraps>) in
        (x.isGenuineHSM && x.hasIssued(wrap, under: trust)).implies(wrap.tag.equals(trust.fingerprint) && wrap.isOut)
      }),
    Lemma(
      name: "wrapped-for-members", words: "what a genuine HSM wrapped is for HSMs of its trust",
      formula: .every { (x: Term<Identities>, trust: Term<Trusts>, wrap: Term<Wraps>) in
        .every { (key: Term<AgreementKeys>) in
          (x.isGenuineHSM && x.hasIssued(wrap, under: trust) && wrap.isFor(key)).implies(
            .some { (member: Term<Identities>) in trust.lists(hsm: member, with: key) })
        }
      }),
    Lemma(
      name: "honest-tokens-are-safe",
      words: "the keys in a token of an honest line are those of honest domains, of whichever of them",
      formula: .every { (x: Term<Identities>, trust: Term<Trusts>, wrap: Term<Wraps>) in
        .every { (handle: Term<Handles>, key: Term<Secrets>) in
          (x.isGenuineHSM && x.hasIssued(wrap, under: trust) && trust.isOfHonestLine && wrap.contains(key, under: handle))
            .implies(key.isSafe)
        }
      }),
    Lemma(
      name: "safe-is-unknown", words: "no key of an honest domain is known to the adversary", property: .keysSecret,
      formula: .every { (key: Term<Secrets>) in key.isSafe.implies(!key.isKnown) }),
    Lemma(
      name: "wrapped-for-genuine", words: "keys of honest domains are wrapped for genuine HSMs only", property: .keysSecret,
      formula: .every { (wrap: Term<Wraps>, handle: Term<Handles>, key: Term<Secrets>) in
        .every { (recipient: Term<AgreementKeys>) in
          (wrap.isOut && wrap.contains(key, under: handle) && key.isSafe && wrap.isFor(recipient)).implies(
            .some { (x: Term<Identities>) in x.isGenuineHSM && x.owns(recipient) })
        }
      }),
    Lemma(
      name: "wrapped-under-line", words: "keys of honest domains are wrapped under the tag of a trust of an honest line",
      formula: .every { (wrap: Term<Wraps>, handle: Term<Handles>, key: Term<Secrets>) in
        (wrap.isOut && wrap.contains(key, under: handle) && key.isSafe).implies(
          .some { (trust: Term<Trusts>) in trust.isOfHonestLine && wrap.tag.equals(trust.fingerprint) })
      }),
    Lemma(
      name: "safe-is-not-shown", words: "no HSM decrypts under a key of an honest domain for a host of the adversary",
      property: .dataSecret, formula: .every { (key: Term<Secrets>) in key.isSafe.implies(!key.isShown) }),
    Lemma(
      name: "data-is-safe", words: "what hosts of honest domains encrypt is under a key of an honest domain",
      property: .dataSecret,
      formula: .every { (key: Term<Secrets>) in key.hasData.implies(key.isSafe) }),
    Lemma(
      name: "few-are-kept", words: "a token of an honest line has no more deactivated keys than may be kept",
      formula: .every { (x: Term<Identities>, trust: Term<Trusts>, wrap: Term<Wraps>) in
        .every { (handle: Term<Handles>) in
          (x.isGenuineHSM && x.hasIssued(wrap, under: trust) && trust.isOfHonestLine).implies(
            wrap.deactivated(handle).isAtMost(Term(number: KeyState.keptDeactivated)))
        }
      }),
  ]

  private static let hosts = [
    Lemma(
      name: "hosts-stand-in-force", words: "where a host's founding trust is honest, its trust is in force, and of that domain",
      formula: .every { (x: Term<Identities>, root: Term<Trusts>, current: Term<Trusts>) in
        (x.hasRoot(root) && x.hasCurrent(current) && Theory.isHonestRoot(root)).implies(
          current.isInForce && current.domainName.equals(root.fingerprint))
      }),
    Lemma(
      name: "hosts-have-one-trust", words: "a host has one founding trust, and one in force",
      formula: .every { (x: Term<Identities>, a: Term<Trusts>, b: Term<Trusts>) in
        (x.hasRoot(a) && x.hasRoot(b)).implies(a.equals(b)) && (x.hasCurrent(a) && x.hasCurrent(b)).implies(a.equals(b))
      }),
  ]
}
