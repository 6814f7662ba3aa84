public import Forms
public import Games

extension KeySecrecyQuery: Declared {
  public static let form: Form<KeySecrecyQuery> = .cases(
    Case("new-operator", ["honest"], { .newOperator(isHonest: $0.field()) }) {
      if case .newOperator(isHonest: let isHonest) = $0 { $1.put(isHonest) } else { false }
    },
    Case("new-hsm", .newHSM),
    Case("new-host", .newHost),
    Case("new-corrupt-host", .newCorruptHost),
    Case("rogue", ["kind"], { .rogue($0.field()) }) {
      if case .rogue(let kind) = $0 { $1.put(kind) } else { false }
    },
    Case("shared-operator", ["hsm"], { .sharedOperator(hsm: $0.field()) }) {
      if case .sharedOperator(hsm: let hsm) = $0 { $1.put(hsm) } else { false }
    },
    Case("trust", of: { .trust($0) }) { if case .trust(let sketch) = $0 { sketch } else { nil } },
    Case(
      "guess-endorsement", ["operator", "trust", "candidate"],
      { .guessEndorsement(operator: $0.field(), trust: $0.field(), candidate: $0.field()) }
    ) {
      if case .guessEndorsement(operator: let maker, trust: let trust, candidate: let candidate) = $0 {
        $1.put(maker, trust, candidate)
      } else {
        false
      }
    },
    Case("maul", ["endorsement"], { .maul(endorsement: $0.field()) }) {
      if case .maul(endorsement: let endorsement) = $0 { $1.put(endorsement) } else { false }
    },
    Case("endorsement", ["token", "signer"], { .endorsement(ofToken: $0.field(), signer: $0.field()) }) {
      if case .endorsement(ofToken: let token, signer: let signer) = $0 { $1.put(token, signer) } else { false }
    },
    Case("wrap", ["handles", "hsms", "trust"], { .wrap(handles: $0.field(), hsms: $0.field(), trust: $0.field()) }) {
      if case .wrap(handles: let handles, hsms: let hsms, trust: let trust) = $0 { $1.put(handles, hsms, trust) } else { false }
    },
    Case(
      "retag", ["wrap", "trust", "hsm", "candidate"],
      { .retag($0.field(), trust: $0.field(), hsm: $0.field(), candidate: $0.field()) }
    ) {
      if case .retag(let wrap, trust: let trust, hsm: let hsm, candidate: let candidate) = $0 {
        $1.put(wrap, trust, hsm, candidate)
      } else {
        false
      }
    },
    Case("token", of: { .token($0) }) { if case .token(let sketch) = $0 { sketch } else { nil } },
    Case("pry", ["token", "hsm"], { .pry(token: $0.field(), hsm: $0.field()) }) {
      if case .pry(token: let token, hsm: let hsm) = $0 { $1.put(token, hsm) } else { false }
    },
    Case(
      "open-with-exponent", ["token", "hsm", "exponent"],
      { .openWithExponent(token: $0.field(), hsm: $0.field(), exponent: $0.field()) }
    ) {
      if case .openWithExponent(token: let token, hsm: let hsm, exponent: let exponent) = $0 {
        $1.put(token, hsm, exponent)
      } else {
        false
      }
    },
    Case(
      "open-with-key", ["token", "hsm", "candidate"], { .openWithKey(token: $0.field(), hsm: $0.field(), candidate: $0.field()) }
    ) {
      if case .openWithKey(token: let token, hsm: let hsm, candidate: let candidate) = $0 {
        $1.put(token, hsm, candidate)
      } else {
        false
      }
    },
    Case("authorise", ["operator", "trust"], { .authorise(operator: $0.field(), trust: $0.field()) }) {
      if case .authorise(operator: let maker, trust: let trust) = $0 { $1.put(maker, trust) } else { false }
    },
    Case(
      "found", ["hsm", "trust", "endorsements", "recipients"],
      { .found(hsm: $0.field(), trust: $0.field(), endorsements: $0.field(), recipients: $0.field()) }
    ) {
      if case .found(hsm: let hsm, trust: let trust, endorsements: let endorsements, recipients: let recipients) = $0 {
        $1.put(hsm, trust, endorsements, recipients)
      } else {
        false
      }
    },
    Case(
      "add-key", ["hsm", "token", "handle", "recipients"],
      { .addKey(hsm: $0.field(), token: $0.field(), handle: $0.field(), recipients: $0.field()) }
    ) {
      if case .addKey(hsm: let hsm, token: let token, handle: let handle, recipients: let recipients) = $0 {
        $1.put(hsm, token, handle, recipients)
      } else {
        false
      }
    },
    Case(
      "update", ["hsm", "token", "path", "recipients"],
      { .update(hsm: $0.field(), token: $0.field(), path: $0.field(), recipients: $0.field()) }
    ) {
      if case .update(hsm: let hsm, token: let token, path: let path, recipients: let recipients) = $0 {
        $1.put(hsm, token, path, recipients)
      } else {
        false
      }
    },
    Case("install", ["host", "trust"], { .install(host: $0.field(), trust: $0.field()) }) {
      if case .install(host: let host, trust: let trust) = $0 { $1.put(host, trust) } else { false }
    },
    Case("advance", ["host", "path"], { .advance(host: $0.field(), path: $0.field()) }) {
      if case .advance(host: let host, path: let path) = $0 { $1.put(host, path) } else { false }
    },
    Case("present", ["host", "token"], { .present(host: $0.field(), token: $0.field()) }) {
      if case .present(host: let host, token: let token) = $0 { $1.put(host, token) } else { false }
    },
    Case("test", of: { .test($0) }) { if case .test(let request) = $0 { request } else { nil } },
    Case("corrupt", of: { .corrupt($0) }) { if case .corrupt(let request) = $0 { request } else { nil } })
}

extension KeySecrecyAnswer: Declared {
  public static let form: Form<KeySecrecyAnswer> = .cases(
    Case("operator", ["number", "identity"], { .operator($0.field(), identity: $0.field()) }) {
      if case .operator(let number, identity: let identity) = $0 { $1.put(number, identity) } else { false }
    },
    Case("hsm", ["number", "identity", "agreement-key"], { .hsm($0.field(), identity: $0.field(), agreementKey: $0.field()) }) {
      if case .hsm(let number, identity: let identity, agreementKey: let agreementKey) = $0 {
        $1.put(number, identity, agreementKey)
      } else {
        false
      }
    },
    Case("host", ["number", "identity"], { .host($0.field(), identity: $0.field()) }) {
      if case .host(let number, identity: let identity) = $0 { $1.put(number, identity) } else { false }
    },
    Case("trust", ["number", "fingerprint"], { .trust($0.field(), fingerprint: $0.field()) }) {
      if case .trust(let number, fingerprint: let fingerprint) = $0 { $1.put(number, fingerprint) } else { false }
    },
    Case("endorsement", ["number"], { .endorsement($0.field()) }) {
      if case .endorsement(let number) = $0 { $1.put(number) } else { false }
    },
    Case("wrap", ["number", "keys"], { .wrap($0.field(), keys: $0.field()) }) {
      if case .wrap(let number, keys: let keys) = $0 { $1.put(number, keys) } else { false }
    },
    Case("token", ["number"], { .token($0.field()) }) {
      if case .token(let number) = $0 { $1.put(number) } else { false }
    },
    Case("done", .done),
    Case("keys", ["keys"], { .keys($0.field()) }) {
      if case .keys(let keys) = $0 { $1.put(keys) } else { false }
    },
    Case("key", ["key"], { .key($0.field()) }) {
      if case .key(let key) = $0 { $1.put(key) } else { false }
    },
    Case("refused", ["rule"], { .refused($0.field()) }) {
      if case .refused(let rule) = $0 { $1.put(rule) } else { false }
    },
    Case("untested", .untested),
    Case("unknown", .unknown))
}
