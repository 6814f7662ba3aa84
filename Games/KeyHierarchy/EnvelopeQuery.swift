public import GameKit
public import Primitives
public import Records

/// What may be asked of a service that encrypts files in envelopes: a domain key wraps customer keys, a customer key wraps data
/// keys, and each file has a data key of its own.
public enum EnvelopeQuery<C: AEAD>: GameQuery {
  /// A customer key, which is given out wrapped: an exported key token.
  case newKey
  /// Encrypt under the customer key of a token.
  case encrypt(token: Bytes, Bytes, data: Bytes)
  case decrypt(token: Bytes, wrapped: Bytes, Bytes, data: Bytes)
  /// The adversary's own encryption and decryption.
  case seal(C.Key, data: Bytes, Bytes)
  case open(C.Key, data: Bytes, Bytes)

  public enum Kind: Int, QueryKind {
    case newKey, encrypt, decrypt, seal, open

    public var symbol: String {
      switch self {
      case .newKey: "q_cmk"
      case .encrypt: "q_dek"
      case .decrypt: "q_dec"
      case .seal: "q_seal"
      case .open: "q_open"
      }
    }

    public var resource: Resource? {
      switch self {
      case .newKey, .encrypt: .keys
      case .decrypt, .open: .verifications
      case .seal: nil
      }
    }
  }

  public var kind: Kind {
    switch self {
    case .newKey: .newKey
    case .encrypt: .encrypt
    case .decrypt: .decrypt
    case .seal: .seal
    case .open: .open
    }
  }

  public var description: String {
    switch self {
    case .newKey: "newKey()"
    case .encrypt(let token, let file, let data): "encrypt(token: \(token), \(file), data: \(data))"
    case .decrypt(let token, let wrapped, let file, let data):
      "decrypt(token: \(token), wrapped: \(wrapped), \(file), data: \(data))"
    case .seal(let key, let data, let message): "seal(\(key), data: \(data), \(message))"
    case .open(let key, let data, let ciphertext): "open(\(key), data: \(data), \(ciphertext))"
    }
  }
}

/// What it answers.
public enum EnvelopeAnswer: Hashable, Codable, Sendable, CustomStringConvertible {
  case token(Bytes)
  /// The wrapped data key, and the file.
  case envelope(wrapped: Bytes, Bytes)
  case ciphertext(Bytes)
  case message(Bytes)
  /// Something does not open.
  case nothing

  public var description: String {
    switch self {
    case .token(let token): "token \(token)"
    case .envelope(let wrapped, let file): "\(file) with wrapped key \(wrapped)"
    case .ciphertext(let ciphertext): "\(ciphertext)"
    case .message(let message): "\(message)"
    case .nothing: "nothing"
    }
  }
}

/// Whose keys encrypt what: from the top of the hierarchy to its bottom.
public enum EnvelopeLayer: Int, Sendable, CaseIterable {
  /// The domain key, customer keys.
  case domainKey
  /// Customer keys, data keys.
  case customerKeys
  /// Data keys, files.
  case dataKeys

  /// What is authenticated beside a wrapped key, so that a token is no wrapped data key.
  public var data: Bytes { Self.allData[rawValue] }
  private static let allData = allCases.map { Bytes([UInt8($0.rawValue)]) }
}
