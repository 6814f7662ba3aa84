public import Coins

/// A digital signature scheme, as a value. Keys are drawn from `coins`, so a trial replays bit for bit.
///
/// Every method takes the challenger's coins because a calibrated scheme *is* a family of random functions read from them; a real
/// scheme draws in `generateKey` only. In a calibrated scheme verification is therefore an oracle, as in the random-oracle model:
/// an adversary asks the game, and the question is counted.
public protocol SignatureScheme: Sendable {
  associatedtype SigningKey
  associatedtype VerificationKey: Hashable & Codable & Sendable
  associatedtype Signature: Hashable & Codable & Sendable
  /// What the signature games let it sign.
  associatedtype Text: Hashable & Codable & Sendable & CustomStringConvertible

  /// A key pair drawn for `label`.
  func generateKey(for label: Label, coins: Coins) -> (signing: SigningKey, verification: VerificationKey)

  /// A signature on a byte string of any length.
  func sign(_ message: [UInt8], with key: SigningKey, coins: Coins) -> Signature

  func verify(_ signature: Signature, of message: [UInt8], by key: VerificationKey, coins: Coins) -> SignatureCheck

  /// A signature on a text: deterministic, given the coins.
  func sign(_ text: Text, with key: SigningKey, coins: Coins) -> Signature
  func verify(_ signature: Signature, of text: Text, by key: VerificationKey, coins: Coins) -> SignatureCheck

  /// The `index`-th of a fixed list of distinct candidate signatures, for adversaries that guess.
  func candidate(_ index: UInt64) -> Signature
  /// What mauling makes of a signature: another bit string that a scheme without strong unforgeability accepts for the same
  /// message.
  func maul(_ signature: Signature) -> Signature

  /// The lengths of the coins that keys and signatures are; nil where nobody knows the chances, as in every real scheme.
  var sealed: (keyBits: Int, signatureBits: Int)? { get }
  /// The coin that the signature on a text is; nil where nobody knows the chances.
  func coin(of text: Text, by key: VerificationKey) -> SealedCoin?
  func coin(of message: [UInt8], by key: VerificationKey) -> SealedCoin?
  /// The value of the coin that a key is.
  func value(ofKey key: VerificationKey) -> UInt64?
  /// The value of the coin that a signature is.
  func value(ofSignature signature: Signature) -> UInt64?
}

extension SignatureScheme {
  public var sealed: (keyBits: Int, signatureBits: Int)? { nil }
  public func coin(of text: Text, by key: VerificationKey) -> SealedCoin? { nil }
  public func coin(of message: [UInt8], by key: VerificationKey) -> SealedCoin? { nil }
  public func value(ofKey key: VerificationKey) -> UInt64? { nil }
  public func value(ofSignature signature: Signature) -> UInt64? { nil }
}

/// A scheme whose games are played on short messages, without an allocation.
public protocol MessageScheme: SignatureScheme where Text == Message {}

extension SignatureScheme where Text == Message {
  public func sign(_ message: Message, with key: SigningKey, coins: Coins) -> Signature {
    sign(message.bytes, with: key, coins: coins)
  }
  public func verify(_ signature: Signature, of message: Message, by key: VerificationKey, coins: Coins) -> SignatureCheck {
    verify(signature, of: message.bytes, by: key, coins: coins)
  }
}
