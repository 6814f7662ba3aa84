public import GameKit
public import Primitives
public import Records

/// What may be asked of a service that encrypts under one key, or under keys that it derives from one.
public enum DerivedKeyQuery<C: DerivingAEAD>: GameQuery {
  /// Encrypt; context and nonce are the service's choice.
  case encrypt(Bytes)
  /// The adversary's own derivation: the key for a context, from a key that it knows.
  case derive(C.Key, context: Bytes)
  /// The adversary's own decryption.
  case open(C.Key, Bytes)

  public enum Kind: Int, QueryKind {
    case use, derive, open

    public var symbol: String {
      switch self {
      case .use: "q_uses"
      case .derive: "q_derive"
      case .open: "q_open"
      }
    }

    public var resource: Resource? { self == .use ? nil : .verifications }
  }

  public var kind: Kind {
    switch self {
    case .encrypt: .use
    case .derive: .derive
    case .open: .open
    }
  }

  public var description: String {
    switch self {
    case .encrypt(let message): "encrypt(\(message))"
    case .derive(let key, let context): "derive(\(key), context: \(context))"
    case .open(let key, let ciphertext): "open(\(key), \(ciphertext))"
    }
  }
}

/// What it answers.
public enum DerivedKeyAnswer<C: DerivingAEAD>: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The context is empty where no key is derived.
  case ciphertext(context: Bytes, Bytes)
  case key(C.Key)
  case message(Bytes)
  /// The ciphertext does not open.
  case nothing
  /// Context and nonce were used before, and the world uses none twice; or a context has another length.
  case refused

  public var description: String {
    switch self {
    case .ciphertext(let context, let ciphertext): context.array.isEmpty ? "\(ciphertext)" : "\(ciphertext) for \(context)"
    case .key(let key): "key \(key)"
    case .message(let message): "\(message)"
    case .nothing: "nothing"
    case .refused: "refused"
    }
  }
}
