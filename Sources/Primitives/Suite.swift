/// The primitives that a protocol and its games run on (docs/model.md, section 4). Code that is generic over a suite is written
/// once.
public protocol Suite: Sendable {
  associatedtype Signing: MessageScheme
  where
    Signing.SigningKey: Sendable, Signing.VerificationKey: Comparable & CanonicalBytes,
    Signing.Signature: Comparable & CanonicalBytes
  associatedtype Hash: HashFunction where Hash.Digest: Comparable & CanonicalBytes
  associatedtype Group: KeyAgreement where Group.SecretKey: Sendable
  associatedtype Derivation: KeyDerivation where Derivation.Shared == Group.Shared, Derivation.PublicKey == Group.PublicKey
  associatedtype Cipher: AEAD where Cipher.Key == Derivation.Key

  /// The name under which people choose the suite.
  var name: String { get }
  var signing: Signing { get }
  var hash: Hash { get }
  var encryption: MultiRecipientEncryption<Group, Derivation, Cipher> { get }
  var cipher: Cipher { get }
}

extension Suite {
  public var cipher: Cipher { encryption.cipher }
  /// For code that knows no types.
  public var anyCipher: any AEAD { cipher }
}
