public import GameKit
public import Primitives
public import Records

/// What may be asked in the game of authenticated encryption with many keys.
public enum CipherQuery<C: AEAD>: GameQuery {
  case newKey
  /// Encrypt under key number `key`.
  case enc(key: Int, Bytes, data: Bytes)
  /// Encrypt the left or the right message.
  case lor(key: Int, Bytes, Bytes, data: Bytes)
  case dec(key: Int, data: Bytes, Bytes)
  /// The adversary's own encryption and decryption. **[ours]**
  case seal(C.Key, data: Bytes, Bytes)
  case open(C.Key, data: Bytes, Bytes)

  public enum Kind: Int, QueryKind {
    case newKey, enc, lor, dec, seal, open

    public var symbol: String {
      switch self {
      case .newKey: "q_key"
      case .enc: "q_enc"
      case .lor: "q_lor"
      case .dec: "q_dec"
      case .seal: "q_seal"
      case .open: "q_open"
      }
    }

    public var resource: Resource? {
      switch self {
      case .newKey: .keys
      case .dec, .open: .verifications
      case .enc, .lor, .seal: nil
      }
    }
  }

  public var kind: Kind {
    switch self {
    case .newKey: .newKey
    case .enc: .enc
    case .lor: .lor
    case .dec: .dec
    case .seal: .seal
    case .open: .open
    }
  }

  public var description: String {
    switch self {
    case .newKey: "newKey()"
    case .enc(let key, let message, let data): "enc(\(key), \(message), data: \(data))"
    case .lor(let key, let left, let right, let data): "lor(\(key), \(left), \(right), data: \(data))"
    case .dec(let key, let data, let ciphertext): "dec(\(key), data: \(data), \(ciphertext))"
    case .seal(let key, let data, let message): "seal(\(key), data: \(data), \(message))"
    case .open(let key, let data, let ciphertext): "open(\(key), data: \(data), \(ciphertext))"
    }
  }
}
