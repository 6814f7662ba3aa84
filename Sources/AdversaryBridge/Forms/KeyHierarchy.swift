public import Forms
public import Games
public import Primitives

extension DerivedKeyQuery: Formed, Declared where C.Key: Formed {
  public static var form: Form<Self> {
    .cases(
      Case("encrypt", ["message"], { .encrypt($0.field()) }) {
        if case .encrypt(let message) = $0 { $1.put(message) } else { false }
      },
      Case("derive", ["key", "context"], { .derive($0.field(), context: $0.field()) }) {
        if case .derive(let key, context: let context) = $0 { $1.put(key, context) } else { false }
      },
      Case("open", ["key", "ciphertext"], { .open($0.field(), $0.field()) }) {
        if case .open(let key, let ciphertext) = $0 { $1.put(key, ciphertext) } else { false }
      })
  }
}

extension DerivationQuery: Formed, Declared where C.Key: Formed {
  public static var form: Form<Self> {
    .cases(
      Case("evaluate", ["context"], { .evaluate($0.field()) }) {
        if case .evaluate(let context) = $0 { $1.put(context) } else { false }
      },
      Case("derive", ["key", "context"], { .derive($0.field(), context: $0.field()) }) {
        if case .derive(let key, context: let context) = $0 { $1.put(key, context) } else { false }
      })
  }
}

extension DerivedKeyAnswer: Formed, Declared where C.Key: Formed {
  public static var form: Form<Self> {
    .cases(
      Case("ciphertext", ["context", "ciphertext"], { .ciphertext(context: $0.field(), $0.field()) }) {
        if case .ciphertext(context: let context, let ciphertext) = $0 { $1.put(context, ciphertext) } else { false }
      },
      Case("key", ["key"], { .key($0.field()) }) {
        if case .key(let key) = $0 { $1.put(key) } else { false }
      },
      Case("message", ["message"], { .message($0.field()) }) {
        if case .message(let message) = $0 { $1.put(message) } else { false }
      },
      Case("nothing", .nothing),
      Case("refused", .refused))
  }
}

extension ReuseQuery: Declared {
  public static let form: Form<ReuseQuery> = .cases(
    Case("encrypt", ["message", "data"], { .encrypt($0.field(), data: $0.field()) }) {
      if case .encrypt(let message, data: let data) = $0 { $1.put(message, data) } else { false }
    },
    Case("decrypt", ["ciphertext", "data"], { .decrypt($0.field(), data: $0.field()) }) {
      if case .decrypt(let ciphertext, data: let data) = $0 { $1.put(ciphertext, data) } else { false }
    },
    Case("restart", .restart))
}

extension CommitmentQuery: Formed, Declared where C.Key: Formed {
  public static var form: Form<Self> {
    .cases(
      Case(
        "submit", ["first", "second", "ciphertext", "data"],
        { .submit($0.field(), $0.field(), $0.field(), data: $0.field()) }
      ) {
        if case .submit(let first, let second, let ciphertext, data: let data) = $0 {
          $1.put(first, second, ciphertext, data)
        } else {
          false
        }
      },
      Case("seal", ["key", "message", "data"], { .seal($0.field(), $0.field(), data: $0.field()) }) {
        if case .seal(let key, let message, data: let data) = $0 { $1.put(key, message, data) } else { false }
      },
      Case("open", ["key", "ciphertext", "data"], { .open($0.field(), $0.field(), data: $0.field()) }) {
        if case .open(let key, let ciphertext, data: let data) = $0 { $1.put(key, ciphertext, data) } else { false }
      })
  }
}

extension EnvelopeQuery: Formed, Declared where C.Key: Formed {
  public static var form: Form<Self> {
    .cases(
      Case("new-key", .newKey),
      Case("encrypt", ["token", "file", "data"], { .encrypt(token: $0.field(), $0.field(), data: $0.field()) }) {
        if case .encrypt(token: let token, let file, data: let data) = $0 { $1.put(token, file, data) } else { false }
      },
      Case(
        "decrypt", ["token", "wrapped", "file", "data"],
        { .decrypt(token: $0.field(), wrapped: $0.field(), $0.field(), data: $0.field()) }
      ) {
        if case .decrypt(token: let token, wrapped: let wrapped, let file, data: let data) = $0 {
          $1.put(token, wrapped, file, data)
        } else {
          false
        }
      },
      Case("seal", ["key", "data", "message"], { .seal($0.field(), data: $0.field(), $0.field()) }) {
        if case .seal(let key, data: let data, let message) = $0 { $1.put(key, data, message) } else { false }
      },
      Case("open", ["key", "data", "ciphertext"], { .open($0.field(), data: $0.field(), $0.field()) }) {
        if case .open(let key, data: let data, let ciphertext) = $0 { $1.put(key, data, ciphertext) } else { false }
      })
  }
}

extension EnvelopeAnswer: Declared {
  public static let form: Form<EnvelopeAnswer> = .cases(
    Case("token", ["token"], { .token($0.field()) }) {
      if case .token(let token) = $0 { $1.put(token) } else { false }
    },
    Case("envelope", ["wrapped", "file"], { .envelope(wrapped: $0.field(), $0.field()) }) {
      if case .envelope(wrapped: let wrapped, let file) = $0 { $1.put(wrapped, file) } else { false }
    },
    Case("ciphertext", ["ciphertext"], { .ciphertext($0.field()) }) {
      if case .ciphertext(let ciphertext) = $0 { $1.put(ciphertext) } else { false }
    },
    Case("message", ["message"], { .message($0.field()) }) {
      if case .message(let message) = $0 { $1.put(message) } else { false }
    },
    Case("nothing", .nothing))
}
