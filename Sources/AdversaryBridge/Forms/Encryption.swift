public import Forms
public import Games
public import Primitives

extension MultiRecipientEncryption.Ciphertext: Formed, Declared where Group.PublicKey: Formed {
  public static var form: Form<Self> {
    .record("ephemeral", "sealed", make: { Self(ephemeral: $0.field(), sealed: $0.field()) }) {
      $1.put($0.ephemeral)
      $1.put($0.sealed)
    }
  }
}

extension RecipientQuery: Formed, Declared where S.Group.PublicKey: Formed, S.Group.Shared: Formed, S.Cipher.Key: Formed {
  public static var form: Form<Self> {
    .cases(
      Case("gen", .gen),
      Case("lor", ["keys", "tag", "left", "right"], { .lor($0.field(), tag: $0.field(), $0.field(), $0.field()) }) {
        if case .lor(let keys, tag: let tag, let left, let right) = $0 { $1.put(keys, tag, left, right) } else { false }
      },
      Case("dec", ["key", "tag", "part"], { .dec($0.field(), tag: $0.field(), $0.field()) }) {
        if case .dec(let key, tag: let tag, let part) = $0 { $1.put(key, tag, part) } else { false }
      },
      Case("derive", ["shared", "ephemeral"], { .derive($0.field(), ephemeral: $0.field()) }) {
        if case .derive(let shared, ephemeral: let ephemeral) = $0 { $1.put(shared, ephemeral) } else { false }
      },
      Case("seal", ["key", "tag", "message"], { .seal($0.field(), tag: $0.field(), $0.field()) }) {
        if case .seal(let key, tag: let tag, let message) = $0 { $1.put(key, tag, message) } else { false }
      },
      Case("open", ["key", "tag", "sealed"], { .open($0.field(), tag: $0.field(), $0.field()) }) {
        if case .open(let key, tag: let tag, let sealed) = $0 { $1.put(key, tag, sealed) } else { false }
      })
  }
}

extension RecipientAnswer: Formed, Declared where S.Group.PublicKey: Formed, S.Cipher.Key: Formed {
  public static var form: Form<Self> {
    .cases(
      Case("public-key", ["key"], { .publicKey($0.field()) }) {
        if case .publicKey(let key) = $0 { $1.put(key) } else { false }
      },
      Case("parts", ["parts"], { .parts($0.field()) }) {
        if case .parts(let parts) = $0 { $1.put(parts) } else { false }
      },
      Case("message", ["message"], { .message($0.field()) }) {
        if case .message(let message) = $0 { $1.put(message) } else { false }
      },
      Case("key", ["key"], { .key($0.field()) }) {
        if case .key(let key) = $0 { $1.put(key) } else { false }
      },
      Case("sealed", ["sealed"], { .sealed($0.field()) }) {
        if case .sealed(let sealed) = $0 { $1.put(sealed) } else { false }
      },
      Case("refused", ["reason"], { .refused($0.field()) }) {
        if case .refused(let reason) = $0 { $1.put(reason) } else { false }
      })
  }
}

extension RecipientRefusal: Declared {
  public static let form: Form<RecipientRefusal> = .words([
    "unknown-key": .unknownKey, "repeated-recipient": .repeatedRecipient, "too-many-recipients": .tooManyRecipients,
    "unequal-lengths": .unequalLengths, "challenge-ciphertext": .challengeCiphertext, "does-not-open": .doesNotOpen,
  ])
}

extension CipherQuery: Formed, Declared where C.Key: Formed {
  public static var form: Form<Self> {
    .cases(
      Case("new-key", .newKey),
      Case("enc", ["key", "message", "data"], { .enc(key: $0.field(), $0.field(), data: $0.field()) }) {
        if case .enc(key: let key, let message, data: let data) = $0 { $1.put(key, message, data) } else { false }
      },
      Case("lor", ["key", "left", "right", "data"], { .lor(key: $0.field(), $0.field(), $0.field(), data: $0.field()) }) {
        if case .lor(key: let key, let left, let right, data: let data) = $0 { $1.put(key, left, right, data) } else { false }
      },
      Case("dec", ["key", "data", "ciphertext"], { .dec(key: $0.field(), data: $0.field(), $0.field()) }) {
        if case .dec(key: let key, data: let data, let ciphertext) = $0 { $1.put(key, data, ciphertext) } else { false }
      },
      Case("seal", ["key", "data", "message"], { .seal($0.field(), data: $0.field(), $0.field()) }) {
        if case .seal(let key, data: let data, let message) = $0 { $1.put(key, data, message) } else { false }
      },
      Case("open", ["key", "data", "ciphertext"], { .open($0.field(), data: $0.field(), $0.field()) }) {
        if case .open(let key, data: let data, let ciphertext) = $0 { $1.put(key, data, ciphertext) } else { false }
      })
  }
}

extension CipherAnswer: Declared {
  public static let form: Form<CipherAnswer> = .cases(
    Case("key", ["key"], { .key($0.field()) }) {
      if case .key(let key) = $0 { $1.put(key) } else { false }
    },
    Case("ciphertext", ["ciphertext"], { .ciphertext($0.field()) }) {
      if case .ciphertext(let ciphertext) = $0 { $1.put(ciphertext) } else { false }
    },
    Case("ciphertexts", ["first", "ciphertexts"], { .ciphertexts(first: $0.field(), $0.field()) }) {
      if case .ciphertexts(first: let first, let ciphertexts) = $0 { $1.put(first, ciphertexts) } else { false }
    },
    Case("message", ["message"], { .message($0.field()) }) {
      if case .message(let message) = $0 { $1.put(message) } else { false }
    },
    Case("nothing", .nothing),
    Case("refused", .refused))
}

extension FreshKeyQuery: Formed, Declared where C.Key: Formed {
  public static var form: Form<Self> {
    .cases(
      Case("lor", ["keys", "left", "right", "data"], { .lor(keys: $0.field(), $0.field(), $0.field(), data: $0.field()) }) {
        if case .lor(keys: let keys, let left, let right, data: let data) = $0 { $1.put(keys, left, right, data) } else { false }
      },
      Case("dec", ["key", "data", "ciphertext"], { .dec(key: $0.field(), data: $0.field(), $0.field()) }) {
        if case .dec(key: let key, data: let data, let ciphertext) = $0 { $1.put(key, data, ciphertext) } else { false }
      },
      Case("seal", ["key", "data", "message"], { .seal($0.field(), data: $0.field(), $0.field()) }) {
        if case .seal(let key, data: let data, let message) = $0 { $1.put(key, data, message) } else { false }
      },
      Case("open", ["key", "data", "ciphertext"], { .open($0.field(), data: $0.field(), $0.field()) }) {
        if case .open(let key, data: let data, let ciphertext) = $0 { $1.put(key, data, ciphertext) } else { false }
      })
  }
}

extension ODHQuery: Formed, Declared where S.Group.PublicKey: Formed, S.Group.Shared: Formed, S.Cipher.Key: Formed {
  public static var form: Form<Self> {
    .cases(
      Case("gen", .gen),
      Case("ror", ["keys"], { .ror($0.field()) }) {
        if case .ror(let keys) = $0 { $1.put(keys) } else { false }
      },
      Case("hash", ["key", "element"], { .hash($0.field(), $0.field()) }) {
        if case .hash(let key, let element) = $0 { $1.put(key, element) } else { false }
      },
      Case("derive", ["shared", "ephemeral"], { .derive($0.field(), ephemeral: $0.field()) }) {
        if case .derive(let shared, ephemeral: let ephemeral) = $0 { $1.put(shared, ephemeral) } else { false }
      })
  }
}

extension ODHAnswer: Formed, Declared where S.Group.PublicKey: Formed, S.Cipher.Key: Formed {
  public static var form: Form<Self> {
    .cases(
      Case("public-key", ["key"], { .publicKey($0.field()) }) {
        if case .publicKey(let key) = $0 { $1.put(key) } else { false }
      },
      Case("challenge", ["ephemeral", "keys"], { .challenge(ephemeral: $0.field(), $0.field()) }) {
        if case .challenge(ephemeral: let ephemeral, let keys) = $0 { $1.put(ephemeral, keys) } else { false }
      },
      Case("key", ["key"], { .key($0.field()) }) {
        if case .key(let key) = $0 { $1.put(key) } else { false }
      },
      Case("refused", .refused),
      Case("not-an-element", .notAnElement))
  }
}
