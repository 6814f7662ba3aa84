public import Forms
public import Games

extension KeyRequest: Declared {
  public static let form: Form<KeyRequest> = .record(
    "host", "hsm", "token", "handle",
    make: { KeyRequest(host: $0.field(), hsm: $0.field(), token: $0.field(), handle: $0.field()) }
  ) {
    $1.put($0.host)
    $1.put($0.hsm)
    $1.put($0.token)
    $1.put($0.handle)
  }
}

extension KeyEntry: Declared {
  public static let form: Form<KeyEntry> = .record(
    "handle", "key",
    make: { KeyEntry(handle: $0.field(), key: $0.field()) }
  ) {
    $1.put($0.handle)
    $1.put($0.key)
  }
}

extension TrustSketch: Declared {
  public static let form: Form<TrustSketch> = .record(
    "parent", "domain", "operators", "hsms", "hosts", "quorum", "others",
    make: {
      let (parent, domain, operators): (Int?, DomainClaim?, [Int]) = ($0.field(), $0.field(), $0.field())
      let (hsms, hosts, quorum, others): ([HSMEntry], [Int]?, Int, [Listing]?) = (
        $0.field(), $0.field(), $0.field(), $0.field()
      )
      var sketch = TrustSketch(
        parent: parent, domain: domain ?? .ofParent, operators: operators, hsms: [], hosts: hosts ?? [], quorum: quorum,
        others: others ?? [])
      sketch.hsms = hsms
      return sketch
    }
  ) {
    $1.put($0.parent)
    $1.put($0.domain)
    $1.put($0.operators)
    $1.put($0.hsms)
    $1.put($0.hosts)
    $1.put($0.quorum)
    $1.put($0.others)
  }
}

extension TokenSketch: Declared {
  public static let form: Form<TokenSketch> = .record(
    "trust", "keys", "signer", "signature",
    make: { TokenSketch(trust: $0.field(), keys: $0.field(), signer: $0.field(), signature: $0.field()) }
  ) {
    $1.put($0.trust)
    $1.put($0.keys)
    $1.put($0.signer)
    $1.put($0.signature)
  }
}

extension TokenSketch.Signature: Declared {
  public static let form: Form<TokenSketch.Signature> = .cases(
    Case("own", .own),
    Case("own-on", ["trust", "keys"], { .ownOn(trust: $0.field(), keys: $0.field()) }) {
      if case .ownOn(trust: let trust, keys: let keys) = $0 { $1.put(trust, keys) } else { false }
    },
    Case("of-operator", ["operator"], { .ofOperator($0.field()) }) {
      if case .ofOperator(let maker) = $0 { $1.put(maker) } else { false }
    },
    Case("of-endorsement", ["endorsement"], { .ofEndorsement($0.field()) }) {
      if case .ofEndorsement(let endorsement) = $0 { $1.put(endorsement) } else { false }
    },
    Case("candidate", ["index"], { .candidate($0.field()) }) {
      if case .candidate(let index) = $0 { $1.put(index) } else { false }
    },
    Case("copied", ["token"], { .copied(from: $0.field()) }) {
      if case .copied(from: let token) = $0 { $1.put(token) } else { false }
    },
    Case("mauled", ["token"], { .mauled(from: $0.field()) }) {
      if case .mauled(from: let token) = $0 { $1.put(token) } else { false }
    })
}

extension TrustSketch.DomainClaim: Declared {
  public static let form: Form<TrustSketch.DomainClaim> = .cases(
    Case("of-parent", .ofParent),
    Case("none", TrustSketch.DomainClaim.none),
    Case("of", ["trust"], { .of($0.field()) }) {
      if case .of(let trust) = $0 { $1.put(trust) } else { false }
    })
}

extension WrapReference: Declared {
  public static let form: Form<WrapReference> = .cases(
    Case("token", ["number"], { .token($0.field()) }) {
      if case .token(let number) = $0 { $1.put(number) } else { false }
    },
    Case("own", ["number"], { .own($0.field()) }) {
      if case .own(let number) = $0 { $1.put(number) } else { false }
    })
}

extension IdentityReference: Declared {
  public static let form: Form<IdentityReference> = .cases(
    Case("operator", ["number"], { .operator($0.field()) }) {
      if case .operator(let number) = $0 { $1.put(number) } else { false }
    },
    Case("hsm", ["number"], { .hsm($0.field()) }) {
      if case .hsm(let number) = $0 { $1.put(number) } else { false }
    },
    Case("host", ["number"], { .host($0.field()) }) {
      if case .host(let number) = $0 { $1.put(number) } else { false }
    },
    Case("bytes", ["bytes"], { .bytes($0.field()) }) {
      if case .bytes(let bytes) = $0 { $1.put(bytes) } else { false }
    })
}

extension AgreementReference: Declared {
  public static let form: Form<AgreementReference> = .cases(
    Case("hsm", ["number"], { .hsm($0.field()) }) {
      if case .hsm(let number) = $0 { $1.put(number) } else { false }
    },
    Case("bytes", ["bytes"], { .bytes($0.field()) }) {
      if case .bytes(let bytes) = $0 { $1.put(bytes) } else { false }
    })
}

extension Listing: Declared {
  public static let form: Form<Listing> = .cases(
    Case("operator", ["identity"], { .operator($0.field()) }) {
      if case .operator(let identity) = $0 { $1.put(identity) } else { false }
    },
    Case("hsm", ["identity", "agreement-key"], { .hsm($0.field(), $0.field()) }) {
      if case .hsm(let identity, let agreementKey) = $0 { $1.put(identity, agreementKey) } else { false }
    },
    Case("host", ["identity"], { .host($0.field()) }) {
      if case .host(let identity) = $0 { $1.put(identity) } else { false }
    })
}

extension EntityKind: Declared {
  public static let form: Form<EntityKind> = .words(["operator": .operator, "hsm": .hsm, "host": .host])
}
