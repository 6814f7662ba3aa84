public import GameKit
public import Primitives
public import Records

/// What may be asked in the oracle Diffie–Hellman game.
public enum ODHQuery<S: HybridScheme>: GameQuery {
  /// Generate gʸ.
  case gen
  /// Draw one x for a set of generated keys; answered by gˣ and, for each key, the derived key or a random one.
  case ror([S.PublicKey])
  /// The key derived from Xʸ, for a generated key gʸ and any X but one that `ror` has used with this key.
  case hash(S.PublicKey, S.PublicKey)
  /// The adversary's own key derivation. **[ours]**
  case derive(S.Group.Shared, ephemeral: S.PublicKey)

  public enum Kind: Int, QueryKind {
    case gen, ror, hash, derive

    public var symbol: String {
      switch self {
      case .gen: "q_gen"
      case .ror: "q_ror"
      case .hash: "q_odh"
      case .derive: "q_kdf"
      }
    }

    public var resource: Resource? {
      switch self {
      case .gen: .keys
      case .hash, .derive: .hashEvaluations
      case .ror: nil
      }
    }
  }

  public var kind: Kind {
    switch self {
    case .gen: .gen
    case .ror: .ror
    case .hash: .hash
    case .derive: .derive
    }
  }

  public var description: String {
    switch self {
    case .gen: "gen()"
    case .ror(let keys): "ror([\(keys.map { "\($0)" }.joined(separator: ", "))])"
    case .hash(let key, let element): "hash(\(key), \(element))"
    case .derive(let shared, let ephemeral): "derive(\(shared), ephemeral: \(ephemeral))"
    }
  }
}

/// What the oracle Diffie–Hellman game answers.
public enum ODHAnswer<S: HybridScheme>: Hashable, Codable, Sendable, CustomStringConvertible {
  case publicKey(S.PublicKey)
  case challenge(ephemeral: S.PublicKey, [S.Key])
  case key(S.Key)
  /// The key was not generated, is named twice, or the pair belongs to a challenge.
  case refused
  /// The group refuses the element.
  case notAnElement

  public var description: String {
    switch self {
    case .publicKey(let key): "\(key)"
    case .challenge(let ephemeral, let keys): "\(ephemeral), [\(keys.map { "\($0)" }.joined(separator: ", "))]"
    case .key(let key): "\(key)"
    case .refused: "refused"
    case .notAnElement: "not an element of the group"
    }
  }
}
