public import Forms
public import Games

extension EncryptionServiceQuery: Declared {
  public static let form: Form<EncryptionServiceQuery> = .cases(
    Case("environment", of: { .environment($0) }) { if case .environment(let query) = $0 { query } else { nil } },
    Case("adversary", of: { .adversary($0) }) { if case .adversary(let query) = $0 { query } else { nil } })
}

extension UserQuery: Declared {
  public static let form: Form<UserQuery> = .cases(
    Case("new", of: { .new($0) }) { if case .new(let request) = $0 { request } else { nil } },
    Case("encrypt", ["request", "message", "data"], { .encrypt($0.field(), $0.field(), data: $0.field()) }) {
      if case .encrypt(let request, let message, data: let data) = $0 { $1.put(request, message, data) } else { false }
    },
    Case("decrypt", ["request", "ciphertext", "data"], { .decrypt($0.field(), $0.field(), data: $0.field()) }) {
      if case .decrypt(let request, let ciphertext, data: let data) = $0 { $1.put(request, ciphertext, data) } else { false }
    })
}

extension AttackQuery: Declared {
  public static let form: Form<AttackQuery> = .cases(
    Case("network", of: { .network($0) }) { if case .network(let query) = $0 { query } else { nil } },
    Case("seal", ["key", "message", "data"], { .seal(key: $0.field(), $0.field(), data: $0.field()) }) {
      if case .seal(key: let key, let message, data: let data) = $0 { $1.put(key, message, data) } else { false }
    },
    Case("open", ["key", "ciphertext", "data"], { .open(key: $0.field(), $0.field(), data: $0.field()) }) {
      if case .open(key: let key, let ciphertext, data: let data) = $0 { $1.put(key, ciphertext, data) } else { false }
    })
}

extension EncryptionServiceAnswer: Declared {
  public static let form: Form<EncryptionServiceAnswer> = .cases(
    Case("network", of: { .network($0) }) { if case .network(let answer) = $0 { answer } else { nil } },
    Case("ciphertext", ["ciphertext"], { .ciphertext($0.field()) }) {
      if case .ciphertext(let ciphertext) = $0 { $1.put(ciphertext) } else { false }
    },
    Case("message", ["message"], { .message($0.field()) }) {
      if case .message(let message) = $0 { $1.put(message) } else { false }
    },
    Case("refused", ["rule"], { .refused($0.field()) }) {
      if case .refused(let rule) = $0 { $1.put(rule) } else { false }
    },
    Case("unknown", .unknown))
}
