import DomainManagement
import Formulas
import Policy
import Records
import Scenarios

/// What HSMs do with tokens.
extension Operations {
  private var token: Term<Tokens> { Asked.token }
  private var isGenuine: [Formula] { [Asked.member.isGenuineHSM, Asked.member.owns(Asked.memberKey), Asked.byHSM] }

  /// An HSM opens a token: it is a recipient, and the policy lets it.
  private var opens: [Formula] {
    isGenuine + [
      token.wrap.isOut, token.wrap.isFor(Asked.memberKey), policy.formula(.use).replacing(Asked.trust, by: token.trust),
      .every { (handle: Term<Handles>) in Term(number: 0).isAtMost(token.wrap.deactivated(handle)) },
    ]
  }

  /// An HSM wraps `Told.sent` under a trust, for whom the policy lets it, and signs it.
  private func release(under trust: Term<Trusts>) -> [Formula] {
    [
      Told.sent.tag.equals(trust.fingerprint), !Told.sent.isOut,
      .every { (key: Term<AgreementKeys>) in key.isAskedFor.iff(Told.sent.isFor(key)) },
      policy.formula(.wrap).replacing(Asked.trust, by: trust),
    ]
  }

  private func issues(under trust: Term<Trusts>) -> [Operation.Change] {
    let issued = Operation.Change(
      relation: .hasIssued,
      variables: [Variable("0", .identity), Variable("1", .trust), Variable("2", .wrap)],
      formula: Term<Identities>("0").hasIssued(Term("2"), under: Term("1"))
        || (Term<Identities>("0").equals(Asked.member) && Term<Trusts>("1").equals(trust) && Term<Wraps>("2").equals(Told.sent)))
    return [
      issued, .also(.isOut) { (wrap: Term<Wraps>) in wrap.equals(Told.sent) },
      .also(.isSafe) { (key: Term<Secrets>) in
        trust.isOfHonestLine && .some { (handle: Term<Handles>) in Told.sent.contains(key, under: handle) }
      },
    ]
  }

  /// A key that was just drawn is nowhere.
  private var isFresh: Formula {
    let key = Told.fresh
    return !key.isKnown && !key.isShown && !key.hasData && !key.isSafe
      && .every { (wrap: Term<Wraps>, handle: Term<Handles>) in wrap.isOut.implies(!wrap.contains(key, under: handle)) }
  }

  /// What is used in an honest domain is what its own HSMs wrapped.
  private var own: Operation.Duty {
    .init(
      name: "uses-own-keys", words: "a key that is used in an honest domain is one of an honest domain", property: .keysSecret,
      formula: .every { (handle: Term<Handles>, key: Term<Secrets>) in
        (token.trust.isInForce && token.wrap.contains(key, under: handle)).implies(key.isSafe)
      })
  }

  private func keepsNumbers(but handle: Term<Handles>? = nil) -> Formula {
    .every { (other: Term<Handles>) in
      let isKept = Told.sent.deactivated(other).equals(token.wrap.deactivated(other))
      return handle.map { other.equals($0) || isKept } ?? isKept
    }
  }

  var found: Operation {
    let trust = Asked.trust
    let isEmpty = Formula.every { (handle: Term<Handles>, key: Term<Secrets>) in !Told.sent.contains(key, under: handle) }
    return Operation(
      name: "found", words: "an HSM founds a domain",
      assumes: isGenuine + [Asked.link.trust.equals(trust), policy.formula(.found), isEmpty] + release(under: trust)
        + [.every { (handle: Term<Handles>) in Told.sent.deactivated(handle).equals(Term(number: 0)) }],
      changes: issues(under: trust) + [
        .also(.isInForce) { (other: Term<Trusts>) in other.equals(trust) && Theory.isHonestRoot(trust) }
      ],
      duties: [
        .init(
          name: "consent", words: "an honest operator signed the founding trust of an honest domain", property: .consent,
          formula: Theory.isHonestRoot(trust).implies(
            .some { (x: Term<Identities>) in x.isHonest && x.hasSigned(trust) }))
      ])
  }

  var addKey: Operation {
    let (trust, handle) = (token.trust, Asked.handle)
    let isTaken = Formula.every { (other: Term<Handles>) in
      other.isTaken.iff(.some { (key: Term<Secrets>) in token.wrap.contains(key, under: other) })
    }
    let adds = Formula.every { (other: Term<Handles>, key: Term<Secrets>) in
      Told.sent.contains(key, under: other).iff(
        (token.wrap.contains(key, under: other) && !other.equals(handle)) || (other.equals(handle) && key.equals(Told.fresh)))
    }
    let numbers = Told.sent.deactivated(handle).isAtMost(token.wrap.deactivated(handle))
    return Operation(
      name: "add-key", words: "an HSM adds a key",
      assumes: opens + [isTaken, policy.formula(.addKey), isFresh, adds, numbers, keepsNumbers(but: handle)]
        + release(under: trust),
      changes: issues(under: trust),
      duties: [
        own,
        .init(
          name: "keeps-keys", words: "every handle keeps its key", property: .handleKeepsKey,
          formula: .every { (other: Term<Handles>, key: Term<Secrets>) in
            token.wrap.contains(key, under: other).implies(Told.sent.contains(key, under: other))
          }),
      ])
  }

  /// The last trust of a path is of an honest line if and only if the first one is: `follow`, link by link.
  var update: Operation {
    let trust = Asked.successor
    let keeps = Formula.every { (handle: Term<Handles>, key: Term<Secrets>) in
      Told.sent.contains(key, under: handle).iff(token.wrap.contains(key, under: handle))
    }
    return Operation(
      name: "update", words: "an HSM gives out the keys under a successor",
      assumes: opens + [trust.isOfHonestLine.iff(token.trust.isOfHonestLine), keeps, keepsNumbers()] + release(under: trust),
      changes: issues(under: trust), duties: [own])
  }

  var rotate: Operation {
    let (trust, handle) = (token.trust, Asked.handle)
    let asked = [
      Asked.active.equals(token.wrap.activeVersion(handle)), Asked.deactivated.equals(token.wrap.deactivated(handle)),
    ]
    let holds = Formula.every { (other: Term<Handles>, key: Term<Secrets>) in
      Told.sent.contains(key, under: other).implies(token.wrap.contains(key, under: other) || key.equals(Told.fresh))
    }
    let numbers = Told.sent.deactivated(handle).isAtMost(Asked.kept)
    return Operation(
      name: "rotate", words: "an HSM rotates a key",
      assumes: opens + asked + [
        policy.formula(.rotate).replacing(Asked.trust, by: trust), isFresh, holds, numbers, keepsNumbers(but: handle),
      ] + release(under: trust),
      changes: issues(under: trust),
      duties: [
        own,
        .init(
          name: "agreed", words: "an honest operator signed the order to retire the version that was active",
          property: .rotationAgreed,
          formula: trust.isInForce.implies(
            Asked.order.version.equals(Asked.active)
              && .some { (x: Term<Identities>) in x.isHonest && x.hasOrdered(Asked.order) })),
        .init(
          name: "loses-none", words: "the key that is retired stays to open what it encrypted", property: .dataOpens,
          formula: trust.isInForce.implies(Term(number: KeyState.keptDeactivated).isAtMost(Asked.kept))),
      ])
  }

  /// An HSM serves whoever asks it.
  private var serves: [Formula] {
    opens + [
      token.wrap.contains(Told.key, under: Asked.handle), policy.formula(.serve).replacing(Asked.trust, by: token.trust),
    ]
  }

  /// Of the adversary: what it is given may be what a host of the domain encrypted.
  var serveRogue: Operation {
    Operation(
      name: "serve-rogue", words: "an HSM decrypts for a host of the adversary",
      assumes: serves + [!Asked.requester.isGenuineHost],
      changes: [.also(.isShown) { (key: Term<Secrets>) in key.equals(Told.key) }])
  }

  var serveHost: Operation {
    let (host, current) = (Asked.requester, Asked.current)
    let isHeld = [host.hasRoot(Told.root), host.hasCurrent(current), Theory.isHonestRoot(Told.root)]
    let (age, none) = (Told.age, Term<Counts>(number: 0))
    let isOfAge = [
      none.isAtMost(age), age.isAtMost(token.wrap.deactivated(Asked.handle)), Asked.isActive.iff(age.equals(none)),
      policy.formula(.useKey),
    ]
    return Operation(
      name: "serve", words: "an HSM encrypts or decrypts data or customer keys for a host of an honest domain",
      assumes: serves + isHeld + isOfAge + [policy.formula(.present).replacing(Asked.trust, by: token.trust)],
      changes: [.also(.hasData) { (key: Term<Secrets>) in key.equals(Told.key) && Asked.encrypts }],
      duties: [
        own,
        .init(
          name: "own-trust", words: "a host is served under its installed trust, and by its HSMs", property: .currentMembers,
          formula: token.trust.equals(current) && current.lists(hsm: Asked.member, with: Asked.memberKey)),
        .init(
          name: "active-encrypts", words: "a key that its token says is deactivated encrypts nothing", property: .retiredKeys,
          caveat: ofOneToken, formula: Asked.encrypts.implies(age.equals(none))),
        .init(
          name: "few-versions", words: "a key that should be dropped serves nobody", property: .droppedKeys,
          caveat: ofOneToken, formula: age.isAtMost(Term(number: KeyState.keptDeactivated))),
        .init(
          name: "tokens-apart", words: "no customer key is decrypted as data, and no data pass for one", property: .customerKeys,
          formula: !Asked.confuses),
      ])
  }

  /// HSMs keep no state: what one token says of its keys, an older one does not.
  private var ofOneToken: ProofRecord.Caveat {
    .init(words: "of each token by itself: one from before a rotation still has the key as it was", attack: "rotation-replayed")
  }

  /// An HSM gives out bytes in which a key stands.
  var answer: Operation {
    let isHeld = Formula.every { (key: Term<Secrets>) in
      key.isHeld.iff(.some { (handle: Term<Handles>) in token.wrap.contains(key, under: handle) })
    }
    return Operation(
      name: "answer", words: "an HSM gives out an answer in which a key stands",
      assumes: opens + [isHeld, Told.key.isHeld, Told.key.isInClear, policy.formula(.release)],
      changes: [.also(.isKnown) { (key: Term<Secrets>) in key.equals(Told.key) }])
  }
}
