public import Coins

/// A signature scheme whose security is known exactly **[ours]**: a signature is a t-bit value of a random function of key and
/// message.
///
/// The function is read from the challenger's coins, so k distinct guesses on one message succeed with probability exactly k/2ᵗ,
/// and q keys of κ bits collide with the exact birthday probability. Signing needs nothing but the κ bits of the verification key
/// inside a `SigningKey`: whoever draws a colliding key can sign for the other.
public struct CalibratedSignature: MessageScheme {
  /// t, the length of a signature: 1 … 64 bits.
  public let signatureBits: Int
  /// κ, the length of a verification key: 1 … 64 bits.
  public let keyBits: Int

  @inlinable
  public init(signatureBits: Int, keyBits: Int) {
    precondition(1 <= signatureBits && signatureBits <= 64, "a calibrated signature has 1 … 64 bits")
    precondition(1 <= keyBits && keyBits <= 64, "a calibrated key has 1 … 64 bits")
    self.signatureBits = signatureBits
    self.keyBits = keyBits
  }

  public struct VerificationKey: HexWord {
    public let value: UInt64
    @inlinable @inline(__always)
    public init(_ value: UInt64) { self.value = value }
  }

  public struct Signature: HexWord {
    public let value: UInt64
    @inlinable @inline(__always)
    public init(_ value: UInt64) { self.value = value }
  }

  /// The right to sign for one verification key; only `generateKey` makes one.
  public struct SigningKey: Sendable {
    @usableFromInline let verification: VerificationKey
    @inlinable @inline(__always)
    init(_ verification: VerificationKey) { self.verification = verification }
  }

  @inlinable @inline(__always)
  public func generateKey(for label: Label, coins: Coins) -> (signing: SigningKey, verification: VerificationKey) {
    let key = VerificationKey(coins.bits(keyBits, for: label))
    return (SigningKey(key), key)
  }

  @inlinable @inline(__always)
  public func sign(_ message: Message, with key: SigningKey, coins: Coins) -> Signature {
    signature(message, key.verification, coins)
  }

  public func sign(_ message: [UInt8], with key: SigningKey, coins: Coins) -> Signature {
    signature(message, key.verification, coins)
  }

  @inlinable @inline(__always)
  public func verify(_ signature: Signature, of message: Message, by key: VerificationKey, coins: Coins) -> SignatureCheck {
    signature == self.signature(message, key, coins) ? .valid : .invalid(.doesNotVerify)
  }

  public func verify(_ signature: Signature, of message: [UInt8], by key: VerificationKey, coins: Coins) -> SignatureCheck {
    signature == self.signature(message, key, coins) ? .valid : .invalid(.doesNotVerify)
  }

  /// The number `index` modulo 2ᵗ: the first 2ᵗ candidates are all the signatures there are.
  @inlinable @inline(__always)
  public func candidate(_ index: UInt64) -> Signature { Signature(index & (.max >> UInt64(64 - signatureBits))) }

  /// The lowest bit flipped. A random function has one value, so the result never verifies where `signature` does.
  @inlinable @inline(__always)
  public func maul(_ signature: Signature) -> Signature { Signature(signature.value ^ 1) }

  @inlinable @inline(__always)
  func signature(_ message: Message, _ key: VerificationKey, _ coins: Coins) -> Signature {
    Signature(coins.bits(signatureBits, for: label(message, key)))
  }

  @inlinable @inline(__always)
  func label(_ message: Message, _ key: VerificationKey) -> Label { Label("sig", key.value, message.high, message.low) }

  public var sealed: (keyBits: Int, signatureBits: Int)? { (keyBits, signatureBits) }
  public func coin(of message: Message, by key: VerificationKey) -> SealedCoin? {
    SealedCoin(label(message, key), bits: signatureBits)
  }
  public func coin(of message: [UInt8], by key: VerificationKey) -> SealedCoin? {
    SealedCoin(label(message, key), bits: signatureBits)
  }
  public func value(ofKey key: VerificationKey) -> UInt64? { key.value }
  public func value(ofSignature signature: Signature) -> UInt64? { signature.value }

  func signature(_ message: [UInt8], _ key: VerificationKey, _ coins: Coins) -> Signature {
    Signature(coins.bits(signatureBits, for: label(message, key)))
  }

  /// Sixteen bytes are a `Message`; other byte strings go through 128 bits of SHA-256, under a purpose of their own.
  private func label(_ message: [UInt8], _ key: VerificationKey) -> Label {
    if let message = Message(bytes: message) { return label(message, key) }
    let digest = SHA256State.words(of: message)
    return Label("sigstr", key.value, digest[0], digest[1])
  }
}
