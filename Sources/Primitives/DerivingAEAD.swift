public import Coins

/// Authenticated encryption whose nonces can be chosen, and under whose keys others stand: what a hierarchy of keys is made of.
public protocol DerivingAEAD: AEAD {
  /// The bits of a nonce that is drawn.
  var nonceBits: Int { get }
  /// The length of a nonce in bytes, with which a ciphertext begins.
  var nonceLength: Int { get }
  /// The length of a tag in bytes, with which it ends.
  var tagLength: Int { get }
  /// The length in bytes of the context that a key is derived for.
  var contextLength: Int { get }

  /// `message` under `key`, with a chosen nonce of `nonceLength` bytes.
  func seal(_ message: [UInt8], associatedData: [UInt8], key: Key, nonce: [UInt8], coins: Coins) -> Bytes

  /// The key for one context of `contextLength` bytes.
  func key(derivedFrom key: Key, context: [UInt8], coins: Coins) -> Key

  /// The key under which a committing cipher encrypts in the place of `key`, and what tells which one it was.
  func committed(_ key: Key, coins: Coins) -> (key: Key, commitment: [UInt8])

  /// What the tag under a nonce is made of where it is a polynomial's value at the authentication key, masked; nil for a cipher
  /// that is made otherwise.
  func tagParts(key: Key, nonce: [UInt8]) -> (authenticationKey: GaloisElement, mask: GaloisElement)?
}

extension DerivingAEAD {
  public func tagParts(key: Key, nonce: [UInt8]) -> (authenticationKey: GaloisElement, mask: GaloisElement)? { nil }

  /// The nonce that is a number, for a cipher that counts.
  public func nonce(_ number: UInt64) -> [UInt8] {
    [UInt8](repeating: 0, count: nonceLength - 8) + withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }
}

extension AES256GCM: DerivingAEAD {
  public var nonceBits: Int { 96 }
  public var nonceLength: Int { 12 }
  public var tagLength: Int { 16 }
  /// The random number of AWS KMS, and the salt of its Encryption SDK, has 128 bits.
  public var contextLength: Int { 16 }

  public func seal(_ message: [UInt8], associatedData: [UInt8], key: Key, nonce: [UInt8], coins: Coins) -> Bytes {
    seal(message, associatedData: associatedData, key: key, nonce: nonce)
  }

  /// By the derivation of SP 800-108 in counter mode with HMAC-SHA-256, with the label of the Encryption SDK's hierarchical
  /// keyring: AWS does not publish that of KMS itself.
  public func key(derivedFrom key: Key, context: [UInt8], coins: Coins) -> Key {
    Key(derived: CounterModeKDF.bytes(32, key: key.bytes, label: Array("aws-kms-hierarchy".utf8), context: context))
  }

  /// Two blocks of the same derivation: the key, and a commitment that two keys share only if SHA-256 collides.
  public func committed(_ key: Key, coins: Coins) -> (key: Key, commitment: [UInt8]) {
    let bytes = CounterModeKDF.bytes(64, key: key.bytes, label: Array("key commitment".utf8), context: [])
    return (Key(derived: Array(bytes[..<32])), Array(bytes[32...]))
  }

  public func tagParts(key: Key, nonce: [UInt8]) -> (authenticationKey: GaloisElement, mask: GaloisElement)? {
    func encrypted(_ block: [UInt8]) -> GaloisElement? {
      GaloisElement(bytes: CipherContext(AESCipher.ecb, key: key.bytes, nonce: [], encrypts: true).process(block))
    }
    guard nonce.count == nonceLength, let authenticationKey = encrypted([UInt8](repeating: 0, count: 16)),
      let mask = encrypted(nonce + [0, 0, 0, 1])
    else { return nil }
    return (authenticationKey, mask)
  }
}

/// The key of a context, and the commitment to a key, are random functions read from the coins, of purposes `context` and
/// `commit`.
extension CalibratedAEAD: DerivingAEAD {
  public var nonceLength: Int { 8 }
  public var tagLength: Int { 8 }
  public var contextLength: Int { 8 }

  public func key(derivedFrom key: Key, context: [UInt8], coins: Coins) -> Key {
    precondition(context.count == contextLength, "a context has eight bytes")
    return Key(coins.bits(keyBits, for: Label("context", coins.named(key.value), UInt64(bigEndian: context[...]))))
  }

  /// The commitment has as many bits as a key.
  public func committed(_ key: Key, coins: Coins) -> (key: Key, commitment: [UInt8]) {
    let commitment = coins.bits(keyBits, for: Label("commit", coins.named(key.value)))
    return (key, withUnsafeBytes(of: commitment.bigEndian) { Array($0) })
  }
}
