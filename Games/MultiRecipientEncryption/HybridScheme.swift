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

  /// The scheme.
  func encrypt(
    _ message: [UInt8], tag: [UInt8], to recipients: [PublicKey], label: Label, coins: Coins
  ) throws(InvalidRecipient) -> [Part]
  func decrypt(_ part: Part, tag: [UInt8], with secret: Group.SecretKey, coins: Coins) -> Opening

  /// The scheme taken apart, as the reductions need it: `encrypt` is `makeKeys` and then `seal`. Mirrors lemma `mencryptdef`
  /// (EasyCrypt, DHIES).
  func makeKeys(
    for recipients: [PublicKey], label: Label, coins: Coins
  ) throws(InvalidRecipient) -> (ephemeral: PublicKey, keys: [Key])
  func seal(_ message: [UInt8], tag: [UInt8], ephemeral: PublicKey, keys: [Key], label: Label, coins: Coins) -> [Part]
  func key(with secret: Group.SecretKey, ephemeral: PublicKey, coins: Coins) -> Agreement<Key>
  func key(from shared: Group.Shared, ephemeral: PublicKey, coins: Coins) -> Key
  func associatedData(_ tag: [UInt8]) -> [UInt8]
}

extension MultiRecipientEncryption: HybridScheme {}

extension HybridScheme {
  /// The ephemeral key of the encryption that is named by `label`.
  func ephemeral(for label: Label, _ coins: Coins) -> PublicKey? {
    (try? makeKeys(for: [], label: label, coins: coins))?.ephemeral
  }

  /// Encryption and decryption under a key of the adversary's own; `number` tells its encryptions apart.
  func ownSeal(_ message: Bytes, tag: Bytes, key: Key, number: UInt64, _ coins: Coins) -> Bytes {
    cipher.seal(
      message.array, associatedData: associatedData(tag.array), key: key, nonce: Label("own", number), coins: coins)
  }

  func open(_ sealed: Bytes, tag: Bytes, key: Key, _ coins: Coins) -> Bytes? {
    cipher.open(sealed, associatedData: associatedData(tag.array), key: key, coins: coins).message
  }
}

extension Opening {
  var message: Bytes? { if case .opened(let message) = self { Bytes(message) } else { nil } }
}
