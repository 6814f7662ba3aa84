public import GameKit
public import Primitives
public import Records

/// What may be asked in the games of multi-recipient encryption.
public enum RecipientQuery<S: HybridScheme>: GameQuery {
  /// Generate a recipient's key pair.
  case gen
  /// Encrypt the left or the right message, under a tag, to a set of generated keys.
  case lor([S.PublicKey], tag: Bytes, Bytes, Bytes)
  /// Decrypt a part for a generated key, under a tag.
  case dec(S.PublicKey, tag: Bytes, S.Part)
  /// The adversary's own key derivation, encryption and decryption. In a calibrated suite every algorithm is an oracle, so that
  /// this work is counted too. **[ours]**
  case derive(S.Group.Shared, ephemeral: S.PublicKey)
  case seal(S.Key, tag: Bytes, Bytes)
  case open(S.Key, tag: Bytes, Bytes)

  public enum Kind: Int, QueryKind {
    case gen, lor, dec, derive, seal, open

    public var symbol: String {
      switch self {
      case .gen: "q_gen"
      case .lor: "q_lor"
      case .dec: "q_dec"
      case .derive: "q_kdf"
      case .seal: "q_seal"
      case .open: "q_open"
      }
    }

    public var resource: Resource? {
      switch self {
      case .gen: .keys
      case .dec, .open: .verifications
      case .derive: .hashEvaluations
      case .lor, .seal: nil
      }
    }
  }

  public var kind: Kind {
    switch self {
    case .gen: .gen
    case .lor: .lor
    case .dec: .dec
    case .derive: .derive
    case .seal: .seal
    case .open: .open
    }
  }

  public var description: String {
    switch self {
    case .gen: "gen()"
    case .lor(let keys, let tag, let left, let right):
      "lor([\(keys.map { "\($0)" }.joined(separator: ", "))], tag: \(tag), \(left), \(right))"
    case .dec(let key, let tag, let part): "dec(\(key), tag: \(tag), (\(part.ephemeral), \(part.sealed)))"
    case .derive(let shared, let ephemeral): "derive(\(shared), ephemeral: \(ephemeral))"
    case .seal(let key, let tag, let message): "seal(\(key), tag: \(tag), \(message))"
    case .open(let key, let tag, let sealed): "open(\(key), tag: \(tag), \(sealed))"
    }
  }
}
