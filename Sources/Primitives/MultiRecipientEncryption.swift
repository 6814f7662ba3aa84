public import Coins

/// Encryption of one message to several public keys: Diffie-Hellman, key derivation and authenticated encryption (DHIES).
///
/// To encrypt, draw one x; each recipient Y gets (gˣ, AEAD(KDF(Yˣ, gˣ), tag, m)), where the tag is associated data. It follows
/// the theory `DHIES` of the EasyCrypt library but for the second input of the KDF, see `KeyDerivation`. A scheme with `defects`
/// is one to attack.
public struct MultiRecipientEncryption<Group: KeyAgreement, Derivation: KeyDerivation, Cipher: AEAD>: Sendable
where Derivation.Shared == Group.Shared, Derivation.PublicKey == Group.PublicKey, Derivation.Key == Cipher.Key {
  public let group: Group
  public let derivation: Derivation
  public let cipher: Cipher
  public let defects: MultiRecipientDefects

  public init(group: Group, derivation: Derivation, cipher: Cipher, defects: MultiRecipientDefects = []) {
    self.group = group
    self.derivation = derivation
    self.cipher = cipher
    self.defects = defects
  }

  /// One recipient's part.
  public struct Ciphertext: Hashable, Codable, Sendable {
    /// gˣ, the same for all recipients.
    public var ephemeral: Group.PublicKey
    /// The message under the recipient's key.
    public var sealed: Bytes

    public init(ephemeral: Group.PublicKey, sealed: Bytes) {
      self.ephemeral = ephemeral
      self.sealed = sealed
    }
  }

  /// A recipient's key pair drawn for `label`.
  public func generateKey(for label: Label, coins: Coins) -> (secret: Group.SecretKey, public: Group.PublicKey) {
    group.generateKey(for: label, coins: coins)
  }

  /// A part for each of `recipients`, in their order. The ephemeral is drawn for `label`, whose third operand is zero: the others
  /// number the recipients' nonces.
  ///
  /// - Throws: `InvalidRecipient` for the first public key that is not one.
  public func encrypt(
    _ message: [UInt8], tag: [UInt8], to recipients: [Group.PublicKey], label: Label, coins: Coins
  ) throws(InvalidRecipient) -> [Ciphertext] {
    let (ephemeral, keys) = try makeKeys(for: recipients, label: label, coins: coins)
    return seal(message, tag: tag, ephemeral: ephemeral, keys: keys, label: label, coins: coins)
  }

  public func decrypt(_ part: Ciphertext, tag: [UInt8], with secret: Group.SecretKey, coins: Coins) -> Opening {
    switch key(with: secret, ephemeral: part.ephemeral, coins: coins) {
    case .refused: .refused(.malformedKey)
    case .agreed(let key): cipher.open(part.sealed, associatedData: associatedData(tag), key: key, coins: coins)
    }
  }

  /// The first half of `encrypt`: gˣ and a key for each recipient.
  public func makeKeys(
    for recipients: [Group.PublicKey], label: Label, coins: Coins
  ) throws(InvalidRecipient) -> (ephemeral: Group.PublicKey, keys: [Cipher.Key]) {
    precondition(label.c == 0, "the third operand of an encryption's label is zero")
    let ephemeral = group.generateKey(for: defects.contains(.ephemeralReused) ? Label("reused") : label, coins: coins)
    var keys: [Cipher.Key] = []
    keys.reserveCapacity(recipients.count)
    for (index, recipient) in recipients.enumerated() {
      switch group.agree(ephemeral.secret, with: recipient) {
      case .refused(let reason): throw InvalidRecipient(index: index, reason: reason)
      case .agreed(let shared): keys.append(key(from: shared, ephemeral: ephemeral.public, coins: coins))
      }
    }
    return (ephemeral.public, keys)
  }

  /// The second half of `encrypt`, for keys of any origin.
  public func seal(
    _ message: [UInt8], tag: [UInt8], ephemeral: Group.PublicKey, keys: [Cipher.Key], label: Label, coins: Coins
  ) -> [Ciphertext] {
    keys.enumerated().map { index, key in
      let nonce = Label(label.purpose, label.a, label.b, UInt64(index) + 1)
      let sealed = cipher.seal(message, associatedData: associatedData(tag), key: key, nonce: nonce, coins: coins)
      return Ciphertext(ephemeral: ephemeral, sealed: sealed)
    }
  }

  /// The key that the owner of `secret` derives from gˣ: the hash oracle of oracle Diffie-Hellman.
  public func key(with secret: Group.SecretKey, ephemeral: Group.PublicKey, coins: Coins) -> Agreement<Cipher.Key> {
    switch group.agree(secret, with: ephemeral) {
    case .refused(let reason): .refused(reason)
    case .agreed(let shared): .agreed(key(from: shared, ephemeral: ephemeral, coins: coins))
    }
  }

  /// The key that belongs to a shared secret and to the ephemeral key from which it came.
  public func key(from shared: Group.Shared, ephemeral: Group.PublicKey, coins: Coins) -> Cipher.Key {
    derivation.key(from: shared, ephemeral: defects.contains(.ephemeralNotBound) ? nil : ephemeral, coins: coins)
  }

  /// What the cipher authenticates beside the message.
  public func associatedData(_ tag: [UInt8]) -> [UInt8] { defects.contains(.tagNotAuthenticated) ? [] : tag }
}

extension MultiRecipientEncryption.Ciphertext: CanonicalBytes {
  /// The length of the ephemeral key in two bytes, big-endian; the key; what is sealed.
  public var bytes: [UInt8] {
    let key = ephemeral.bytes
    return [UInt8(key.count >> 8), UInt8(key.count & 0xff)] + key + sealed.array
  }

  public func append(to message: inout [UInt8]) {
    let start = message.count
    message += [0, 0]
    ephemeral.append(to: &message)
    let length = message.count - start - 2
    (message[start], message[start + 1]) = (UInt8(length >> 8), UInt8(length & 0xff))
    message += sealed.array
  }

  public init?(bytes: [UInt8]) {
    guard bytes.count >= 2 else { return nil }
    let end = 2 + Int(bytes[0]) << 8 + Int(bytes[1])
    guard end <= bytes.count, let key = Group.PublicKey(bytes: Array(bytes[2..<end])) else { return nil }
    self.init(ephemeral: key, sealed: Bytes(Array(bytes[end...])))
  }
}
