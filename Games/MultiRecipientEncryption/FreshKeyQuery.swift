public import GameKit
public import Primitives
public import Records

/// What may be asked in the game of authenticated encryption where every challenge has fresh keys.
public enum FreshKeyQuery<C: AEAD>: GameQuery {
  /// Draw `keys` new keys and encrypt the left or the right message under each.
  case lor(keys: Int, Bytes, Bytes, data: Bytes)
  case dec(key: Int, data: Bytes, Bytes)
  /// The adversary's own encryption and decryption. **[ours]**
  case seal(C.Key, data: Bytes, Bytes)
  case open(C.Key, data: Bytes, Bytes)

  public enum Kind: Int, QueryKind {
    case lor, dec, seal, open

    public var symbol: String {
      switch self {
      case .lor: "q_lor"
      case .dec: "q_dec"
      case .seal: "q_seal"
      case .open: "q_open"
      }
    }

    public var resource: Resource? {
      switch self {
      case .dec, .open: .verifications
      case .lor, .seal: nil
      }
    }
  }

  public var kind: Kind {
    switch self {
    case .lor: .lor
    case .dec: .dec
    case .seal: .seal
    case .open: .open
    }
  }

  public var description: String {
    switch self {
    case .lor(let keys, let left, let right, let data): "lor(\(keys) keys, \(left), \(right), data: \(data))"
    case .dec(let key, let data, let ciphertext): "dec(\(key), data: \(data), \(ciphertext))"
    case .seal(let key, let data, let message): "seal(\(key), data: \(data), \(message))"
    case .open(let key, let data, let ciphertext): "open(\(key), data: \(data), \(ciphertext))"
    }
  }
}
