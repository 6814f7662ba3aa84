public import Coins
public import Primitives

/// A multi-recipient scheme made of a group, a key derivation and a cipher, seen by the games of this folder as one type.
public protocol HybridScheme: Sendable {
  associatedtype Group: KeyAgreement
  associatedtype Derivation: KeyDerivation
  where Derivation.Shared == Group.Shared, Derivation.PublicKey == Group.PublicKey, Derivation.Key == Cipher.Key
  associatedtype Cipher: AEAD

  typealias PublicKey = Group.PublicKey
  typealias Key = Cipher.Key
  typealias Part = MultiRecipientEncryption<Group, Derivation, Cipher>.Ciphertext

  var group: Group { get }
  var derivation: Derivation { get }
  var cipher: Cipher { get }
  var defects: MultiRecipientDefects { get }

  func encrypt(
    _ message: [UInt8], tag: [UInt8], to recipients: [PublicKey], label: Label, coins: Coins
  ) throws(InvalidRecipient) -> [Part]
  func decrypt(_ part: Part, tag: [UInt8], with secret: Group.SecretKey, coins: Coins) -> Opening
}

extension MultiRecipientEncryption: HybridScheme {}

/// The scheme taken apart, as the reductions need it: `encrypt` is the composition of these parts. Mirrors lemma `mencryptdef`
/// (EasyCrypt, DHIES).
extension HybridScheme {
  /// The ephemeral key pair of the encryption that is named by `label`.
  func ephemeral(for label: Label, _ coins: Coins) -> (secret: Group.SecretKey, public: PublicKey) {
    group.generateKey(for: defects.contains(.ephemeralReused) ? Label("reused") : label, coins: coins)
  }

  /// The key of the cipher; nil when the group refuses `key`.
  func sessionKey(_ secret: Group.SecretKey, with key: PublicKey, ephemeral: PublicKey, _ coins: Coins) -> Key? {
    guard case .agreed(let shared) = group.agree(secret, with: key) else { return nil }
    return sessionKey(from: shared, ephemeral: ephemeral, coins)
  }

  func sessionKey(from shared: Group.Shared, ephemeral: PublicKey, _ coins: Coins) -> Key {
    derivation.key(from: shared, ephemeral: defects.contains(.ephemeralNotBound) ? nil : ephemeral, coins: coins)
  }

  func associatedData(_ tag: Bytes) -> Bytes { defects.contains(.tagNotAuthenticated) ? Bytes([]) : tag }

  /// The part for recipient number `index` of the encryption that is named by `label`.
  func seal(_ message: Bytes, tag: Bytes, key: Key, label: Label, index: Int, _ coins: Coins) -> Bytes {
    cipher.seal(
      message.array, associatedData: associatedData(tag).array, key: key,
      nonce: Label(label.purpose, label.a, label.b, UInt64(index) + 1), coins: coins)
  }

  func open(_ sealed: Bytes, tag: Bytes, key: Key, _ coins: Coins) -> Bytes? {
    cipher.open(sealed, associatedData: associatedData(tag).array, key: key, coins: coins).message
  }
}

extension Opening {
  var message: Bytes? { if case .opened(let message) = self { Bytes(message) } else { nil } }
}
