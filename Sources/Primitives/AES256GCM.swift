public import Coins

/// AES-256-GCM (NIST SP 800-38D): keys of 32 bytes, random nonces of 12, tags of 16.
public struct AES256GCM: AEAD {
  public init() {}

  public struct Key: Hashable, Codable, Sendable, CanonicalBytes {
    let secret: Bytes

    /// Nil unless there are 32 bytes.
    public init?(bytes: [UInt8]) {
      guard bytes.count == 32 else { return nil }
      self.init(derived: bytes)
    }

    /// For bytes that are 32 by construction.
    init(derived bytes: [UInt8]) {
      precondition(bytes.count == 32, "an AES-256 key has 32 bytes")
      secret = Bytes(bytes)
    }

    public var bytes: [UInt8] { secret.array }

    public init(from decoder: any Decoder) throws {
      let secret = try Bytes(from: decoder)
      guard let key = Key(bytes: secret.array) else {
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "an AES-256 key has 32 bytes"))
      }
      self = key
    }

    public func encode(to encoder: any Encoder) throws { try secret.encode(to: encoder) }
  }

  public func generateKey(for label: Label, coins: Coins) -> Key { Key(derived: coins.bytes(32, for: label)) }

  public func seal(_ message: [UInt8], associatedData: [UInt8], key: Key, nonce label: Label, coins: Coins) -> Bytes {
    seal(message, associatedData: associatedData, key: key, nonce: coins.bytes(nonceLength, for: label))
  }

  /// The same under a chosen nonce of 12 bytes. A nonce that serves twice gives the authentication key away.
  public func seal(_ message: [UInt8], associatedData: [UInt8], key: Key, nonce: [UInt8]) -> Bytes {
    precondition(nonce.count == nonceLength, "a nonce has 12 bytes")
    let context = CipherContext(AESCipher.gcm, key: key.bytes, nonce: nonce, encrypts: true)
    context.authenticate(associatedData)
    return Bytes(nonce + context.process(message) + context.finishedTag(tagLength))
  }

  public func open(_ ciphertext: Bytes, associatedData: [UInt8], key: Key, coins: Coins) -> Opening {
    let bytes = ciphertext.array
    guard bytes.count >= nonceLength + tagLength else { return .refused(.truncated) }
    let context = CipherContext(AESCipher.gcm, key: key.bytes, nonce: Array(bytes[..<nonceLength]), encrypts: false)
    context.authenticate(associatedData)
    let message = context.process(Array(bytes[nonceLength..<bytes.count - tagLength]))
    return context.accepts(tag: Array(bytes.suffix(tagLength))) ? .opened(message) : .refused(.doesNotVerify)
  }

  public func candidate(_ index: UInt64, for ciphertext: Bytes) -> Bytes? {
    guard ciphertext.array.count >= nonceLength + tagLength else { return nil }
    return Bytes(ciphertext.array.dropLast(tagLength) + Message(0, index).bytes)
  }
}
