extension Command {
  /// Its key in a scenario file.
  var verb: String {
    switch self {
    case .authorise: "authorise"
    case .found: "found"
    case .addKey: "add-key"
    case .update: "update"
    case .rotateKey: "rotate-key"
    case .install: "install"
    case .advance: "advance"
    case .encrypt: "encrypt"
    case .decrypt: "decrypt"
    case .createKey: "create-key"
    case .rewrapKey: "rewrap-key"
    case .forge: "forge"
    case .corrupt: "corrupt"
    }
  }

  /// A step as a story tells it.
  struct Told {
    let from: String
    let to: String
    let words: String
    let label: String
  }

  /// What is done, in a sentence.
  package var words: String { told.words }

  var told: Told {
    switch self {
    case .authorise(let name, let trust):
      Told(from: "adversary", to: name, words: "\(name) is asked to sign \(trust)", label: "sign \(trust)")
    case .found(let hsm, let link, let recipients, let token):
      Told(
        from: "adversary", to: hsm,
        words: "\(hsm) is asked to found a domain with \(link.words)\(Self.also(recipients)); the token is \(token)",
        label: "found \(link.words)")
    case .addKey(let hsm, let token, let handle, let recipients, let result):
      Told(
        from: "adversary", to: hsm,
        words: "\(hsm) is asked to add a key `\(handle)` to \(token)\(Self.also(recipients)); the token is \(result)",
        label: "add `\(handle)` to \(token)")
    case .update(let hsm, let token, let path, let recipients, let result):
      Told(
        from: "adversary", to: hsm,
        words: "\(hsm) is asked to move \(token) to \(Self.words(path))\(Self.also(recipients)); the token is \(result)",
        label: "move \(token) to \(Self.words(path))")
    case .rotateKey(let hsm, let token, let handle, let version, let signers, let kept, let result):
      Told(
        from: "adversary", to: hsm,
        words: "\(hsm) is asked to rotate `\(handle)` of \(token), retiring version \(version), "
          + "\(Self.words(signedBy: signers))\(kept.map { ", and to keep \($0) deactivated" } ?? ""); the token is \(result)",
        label: "rotate `\(handle)` of \(token)")
    case .install(let host, let trust):
      Told(from: "adversary", to: host, words: "\(host) is set up with the founding trust \(trust)", label: "install \(trust)")
    case .advance(let host, let path):
      Told(
        from: "adversary", to: host, words: "\(host) is told to move to \(Self.words(path))", label: "move to \(Self.words(path))"
      )
    case .encrypt(let host, let hsm, let token, let key, let message, let result):
      Told(
        from: host, to: hsm,
        words: "\(host) asks \(hsm) to encrypt “\(message)” under \(key.words) of \(token); the ciphertext is \(result)",
        label: "encrypt under \(key.words) of \(token)")
    case .decrypt(let host, let hsm, let token, let key, let ciphertext):
      Told(
        from: host, to: hsm, words: "\(host) asks \(hsm) to decrypt \(ciphertext.words) under \(key.words) of \(token)",
        label: "decrypt \(ciphertext.words) with \(token)")
    case .createKey(let host, let hsm, let token, let key, let result):
      Told(
        from: host, to: hsm,
        words: "\(host) asks \(hsm) to draw a customer key and to wrap it under \(key.words) of \(token); "
          + "the key token is \(result)",
        label: "wrap a customer key under \(key.words) of \(token)")
    case .rewrapKey(let host, let hsm, let token, let key, let old, let result):
      Told(
        from: host, to: hsm,
        words: "\(host) asks \(hsm) to wrap the customer key in \(old) anew under \(key.words) of \(token); "
          + "the key token is \(result)",
        label: "wrap \(old) anew under \(key.words) of \(token)")
    case .corrupt(_, let name):
      Told(from: "adversary", to: name, words: "\(name) falls into the adversary's hands", label: "corrupt \(name)")
    case .forge(let sketch):
      Told(
        from: "adversary", to: "adversary", words: "the adversary makes a token \(sketch.words)", label: "make \(sketch.result)")
    }
  }

  private static func also(_ recipients: [String]?) -> String {
    recipients.map { " and to wrap the keys for \($0.joined(separator: ", "))" } ?? ""
  }

  fileprivate static func words(signedBy signers: [Signer]) -> String {
    signers.isEmpty ? "signed by nobody" : "signed by \(signers.map(\.words).joined(separator: ", "))"
  }

  private static func words(_ path: [LinkSketch]) -> String { path.map(\.words).joined(separator: ", then ") }
}

extension Command.LinkSketch {
  var words: String { "\(trust), \(Command.words(signedBy: signers))" }
}

extension Command.Signer {
  var words: String {
    switch self {
    case .signs(let name): name
    case .forged(let name): "\(name) (forged)"
    case .reused(let name, let trust): "\(name) (a signature on \(trust))"
    case .onToken(let name, let token): "\(name) (a signature on the token \(token))"
    }
  }
}

extension Command.TokenSketch {
  var words: String {
    let inside =
      switch keys {
      case .own(let handles): "keys of its own (\(handles.map { "`\($0)`" }.joined(separator: ", ")))"
      case .from(let token): "the wrapped keys of \(token)"
      }
    let seal =
      switch signature {
      case .own: "signed by \(signer)"
      case .forged: "with a forged signature of \(signer)"
      case .from(let token): "with the signature on \(token) by \(signer)"
      }
    return "\(result) of \(trust) with \(inside), \(seal)"
  }
}
