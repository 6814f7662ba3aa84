import DomainManagement
import Formulas
import Policy
import Scenarios

/// All that happens, under a policy.
struct Operations<S: DomainSuite> {
  let policy: Policy<S>

  var all: [Operation] {
    [
      begin, authorise, order, install, step, walk, advance, found, addKey, update, rotate, serveRogue, serveHost, answer, learn,
      wrapOwn,
    ]
  }

  /// Before anything happened nothing is signed, in force or known.
  var begin: Operation {
    let changes = Relation.allCases.filter(\.isState).map { relation in
      let variables = relation.signature.enumerated().map { Variable("\($0.offset)", $0.element) }
      return Operation.Change(relation: relation, variables: variables, formula: .falsity)
    }
    return Operation(name: "begin", words: "nothing has happened", assumes: [], changes: changes)
  }

  private var consent: Formula {
    .some { (x: Term<Identities>) in x.isHonest && x.hasSigned(Asked.successor) }
  }

  var authorise: Operation {
    Operation(
      name: "authorise", words: "an honest operator signs a trust",
      assumes: [Told.signer.isHonest, policy.formula(.authorise)],
      changes: [.also(.hasSigned) { (x, trust) in x.equals(Told.signer) && trust.equals(Asked.trust) }])
  }

  /// An honest operator signs any order.
  var order: Operation {
    Operation(
      name: "order", words: "an honest operator signs an order to rotate a key", assumes: [Told.signer.isHonest],
      changes: [.also(.hasOrdered) { (x, order) in x.equals(Told.signer) && order.equals(Asked.order) }])
  }

  var install: Operation {
    let (host, trust) = (Asked.requester, Asked.trust)
    return Operation(
      name: "install", words: "a host is given a founding trust",
      assumes: [
        policy.formula(.install), Asked.isInstalled.iff(.some { (root: Term<Trusts>) in host.hasRoot(root) }),
      ],
      changes: [
        .also(.isInForce) { (other: Term<Trusts>) in other.equals(trust) && Theory.isHonestRoot(trust) },
        .set(.hasRoot, of: host, to: trust), .set(.hasCurrent, of: host, to: trust),
      ],
      duties: [
        .init(
          name: "stays", words: "a host of an honest domain is given no other founding trust", property: .hostsStay,
          formula: (host.hasRoot(Told.root) && Theory.isHonestRoot(Told.root)).implies(Told.root.equals(trust)))
      ])
  }

  /// Any link of a path, the trust before which is in force: the last, or an earlier one, so that paths are of any length.
  private var ends: [Formula] {
    [Asked.link.before.equals(Asked.parent), Asked.link.trust.equals(Asked.successor)]
  }

  var step: Operation {
    Operation(
      name: "move", words: "an HSM moves keys of an honest domain along a link",
      assumes: ends + [Asked.parent.isInForce, policy.formula(.succeed)],
      changes: [.also(.isInForce) { (trust: Term<Trusts>) in trust.equals(Asked.successor) }], duties: entering)
  }

  private var entering: [Operation.Duty] {
    [
      .init(
        name: "consent", words: "an honest operator signed the trust that comes into force, in its place", property: .consent,
        formula: Asked.successor.parent.equals(Asked.parent.fingerprint) && consent)
    ]
  }

  /// The line of a trust is that of the one before it, along every path that an HSM moves along.
  var walk: Operation {
    Operation(
      name: "follow", words: "an HSM moves keys along a link", assumes: ends + [policy.formula(.succeed)],
      duties: [
        .init(
          name: "line-is-kept", words: "a link leads from an honest line to an honest line, and from no other to one",
          formula: Asked.successor.isOfHonestLine.iff(Asked.parent.isOfHonestLine))
      ])
  }

  var advance: Operation {
    let host = Asked.requester
    let isLast = !Asked.link.isEarlier
    let own = [host.hasRoot(Told.root), Theory.isHonestRoot(Told.root), Asked.parent.isInForce]
    return Operation(
      name: "advance", words: "a host of an honest domain moves along a link",
      assumes: ends + own + [Asked.parent.domainName.equals(Told.root.fingerprint), policy.formula(.advance)],
      changes: [
        .also(.isInForce) { (trust: Term<Trusts>) in trust.equals(Asked.successor) },
        .set(.hasCurrent, of: host, to: Asked.successor, if: isLast),
      ],
      duties: entering + [
        .init(
          name: "stays", words: "a host of an honest domain moves to no other domain", property: .hostsStay,
          formula: Asked.successor.domain.equals(Told.root.fingerprint))
      ])
  }

  /// The adversary opens what is wrapped for a key that no genuine HSM has.
  var learn: Operation {
    let isGenuine = Formula.some { (x: Term<Identities>) in x.isGenuineHSM && x.owns(Told.recipient) }
    return Operation(
      name: "learn", words: "the adversary opens what is wrapped for a key of its own",
      assumes: [
        Told.sent.isOut, Told.sent.isFor(Told.recipient), !isGenuine, Told.sent.contains(Told.key, under: Asked.handle),
      ],
      changes: [.also(.isKnown) { (key: Term<Secrets>) in key.equals(Told.key) }])
  }

  var wrapOwn: Operation {
    Operation(
      name: "forge", words: "the adversary wraps keys that it knows, as it likes",
      assumes: [
        .every { (handle: Term<Handles>, key: Term<Secrets>) in Told.sent.contains(key, under: handle).implies(key.isKnown) }
      ],
      changes: [.also(.isOut) { (wrap: Term<Wraps>) in wrap.equals(Told.sent) }])
  }
}
