public import Forms
public import Games
public import Primitives

// Games whose queries cost less than their reading are compiled for their types here: the closures of a form that is made for all
// schemes take several times as long.

extension SignatureQuery: Formed, Declared where S.VerificationKey: Formed, S.Text: Formed, S.Signature: Formed {
  public static var form: Form<Self> {
    @_specialize(where S == CalibratedSignature)
    get {
      .cases(
        Case("keygen", .keygen),
        Case("sign", ["key", "message"], { .sign($0.field(), $0.field()) }) {
          if case .sign(let key, let message) = $0 { $1.put(key, message) } else { false }
        },
        Case("verify", ["key", "message", "signature"], { .verify($0.field(), $0.field(), $0.field()) }) {
          if case .verify(let key, let message, let signature) = $0 { $1.put(key, message, signature) } else { false }
        },
        Case("public-keys", .publicKeys),
        Case("rogue-keygen", .rogueKeygen),
        Case("rogue-sign", ["key", "message"], { .rogueSign($0.field(), $0.field()) }) {
          if case .rogueSign(let key, let message) = $0 { $1.put(key, message) } else { false }
        },
        Case("rogue-verify", ["key", "message", "signature"], { .rogueVerify($0.field(), $0.field(), $0.field()) }) {
          if case .rogueVerify(let key, let message, let signature) = $0 { $1.put(key, message, signature) } else { false }
        })
    }
  }
}

extension SignatureAnswer: Formed, Declared where S.VerificationKey: Formed, S.Signature: Formed {
  public static var form: Form<Self> {
    @_specialize(where S == CalibratedSignature)
    get {
      .cases(
        Case("key", ["key"], { .key($0.field()) }) {
          if case .key(let key) = $0 { $1.put(key) } else { false }
        },
        Case("signature", ["signature"], { .signature($0.field()) }) {
          if case .signature(let signature) = $0 { $1.put(signature) } else { false }
        },
        Case("accepted", .accepted),
        Case("rejected", .rejected),
        Case("keys", ["keys"], { .keys($0.field()) }) {
          if case .keys(let keys) = $0 { $1.put(keys) } else { false }
        },
        Case("unknown-key", .unknownKey))
    }
  }
}

extension KeyQuery: Declared {
  public static let form: Form<KeyQuery> = .cases(
    Case("honest", .honest),
    Case("rogue", .rogue))
}

extension KeyAnswer: Formed, Declared where S.VerificationKey: Formed {
  public static var form: Form<Self> {
    .cases(
      Case("key", ["key"], { .key($0.field()) }) {
        if case .key(let key) = $0 { $1.put(key) } else { false }
      },
      Case("refused", .refused))
  }
}
