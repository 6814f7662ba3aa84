public import Forms
public import Games

extension PolicyQuery: Declared {
  public static let form: Form<PolicyQuery> = .cases(
    Case("propose", of: { .propose($0) }) { if case .propose(let proposal) = $0 { proposal } else { nil } },
    Case("sign", ["operator", "trust"], { .sign(operator: $0.field(), trust: $0.field()) }) {
      if case .sign(operator: let maker, trust: let trust) = $0 { $1.put(maker, trust) } else { false }
    },
    Case("found", ["trust"], { .found(trust: $0.field()) }) {
      if case .found(trust: let trust) = $0 { $1.put(trust) } else { false }
    },
    Case("succeed", ["from", "path"], { .succeed(from: $0.field(), path: $0.field()) }) {
      if case .succeed(from: let from, path: let path) = $0 { $1.put(from, path) } else { false }
    })
}

extension PolicyAnswer: Declared {
  public static let form: Form<PolicyAnswer> = .cases(
    Case("trust", ["trust"], { .trust($0.field()) }) {
      if case .trust(let trust) = $0 { $1.put(trust) } else { false }
    },
    Case("endorsement", ["endorsement"], { .endorsement($0.field()) }) {
      if case .endorsement(let endorsement) = $0 { $1.put(endorsement) } else { false }
    },
    Case("accepted", .accepted),
    Case("refused", ["rule"], { .refused($0.field()) }) {
      if case .refused(let rule) = $0 { $1.put(rule) } else { false }
    },
    Case("unknown", .unknown))
}

extension TrustProposal: Declared {
  public static let form: Form<TrustProposal> = .record(
    "parent", "operators", "hsms", "hosts", "quorum",
    make: {
      TrustProposal(parent: $0.field(), operators: $0.field(), hsms: $0.field(), hosts: $0.field(), quorum: $0.field())
    }
  ) {
    $1.put($0.parent)
    $1.put($0.operators)
    $1.put($0.hsms)
    $1.put($0.hosts)
    $1.put($0.quorum)
  }
}

extension TrustSketch.HSMEntry: Declared {
  public static let form: Form<TrustSketch.HSMEntry> = .record(
    "identity", "agreement", make: { TrustSketch.HSMEntry($0.field(), agreement: $0.field()) }
  ) {
    $1.put($0.identity)
    $1.put($0.agreement)
  }
}

extension LinkReference: Declared {
  public static let form: Form<LinkReference> = .record(
    "trust", "endorsements", make: { LinkReference($0.field(), by: $0.field()) }
  ) {
    $1.put($0.trust)
    $1.put($0.endorsements)
  }
}
