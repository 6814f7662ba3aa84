public import GameKit
public import Primitives
public import Records

/// What may be asked of a key generator.
public enum KeyQuery: String, GameQuery {
  /// An honest party's key.
  case honest
  /// A key of the adversary's own making.
  case rogue

  public enum Kind: Int, QueryKind {
    case honest, rogue

    public var symbol: String {
      switch self {
      case .honest: "q_gen"
      case .rogue: "q_own"
      }
    }

    public var resource: Resource? { .keys }
  }

  public var kind: Kind {
    switch self {
    case .honest: .honest
    case .rogue: .rogue
    }
  }

  public var description: String { "\(rawValue)()" }
}

/// What a key generator answers.
public enum KeyAnswer<S: SignatureScheme>: Hashable, Codable, Sendable, CustomStringConvertible {
  case key(S.VerificationKey)
  /// The key exists already, and the ideal world gives no key out twice.
  case refused

  public var description: String {
    switch self {
    case .key(let key): "\(key)"
    case .refused: "refused"
    }
  }
}
