public import DomainKeys
public import Primitives
public import Wire

/// The cryptography that domain management stands on: one implementation of the protocol runs on every suite.
///
/// A suite is a value that carries its own coins; `draw` numbers name what is drawn, and a caller never uses one number for two
/// purposes of one kind. A `SigningKey` and an `AgreementSecret` never leave the entity that made them. The ideal suite is
/// `SymbolicSuite`; the real ones run on the primitives of their `suites` (docs/model.md, section 4).
public protocol DomainSuite: SendableMetatype {
  associatedtype SigningKey
  /// A verification key. An entity *is* its identity.
  associatedtype Identity: WireValue & Comparable
  associatedtype Signature: WireValue
  associatedtype AgreementSecret
  /// What a recipient of wrapped keys publishes.
  associatedtype AgreementKey: WireValue & Comparable
  associatedtype Digest: WireValue
  /// One recipient's part of a multi-recipient encryption.
  associatedtype Share: WireValue

  /// The name under which the command line knows the suite.
  var name: String { get }

  func makeIdentity(draw: UInt64) -> (secret: SigningKey, identity: Identity)
  func makeAgreement(draw: UInt64) -> (secret: AgreementSecret, key: AgreementKey)
  func sign(_ message: [UInt8], with key: SigningKey) -> Signature
  func verify(_ signature: Signature, of message: [UInt8], by identity: Identity) -> SignatureCheck
  /// A well-formed signature that nobody made: what an adversary without the key can write down.
  func bogusSignature() -> Signature
  func digest(_ message: [UInt8]) -> Digest

  /// Encrypts the keys once for all `recipients`, with `tag` as associated data; the shares are in the order of the recipients.
  /// Nil if a recipient's key is no key.
  func wrap(_ keys: KeyPlaintext, to recipients: [AgreementKey], tag: [UInt8], draw: UInt64) -> [Share]?
  /// The keys, or nil if the share was not made for this key under this tag.
  func unwrap(_ share: Share, with secret: AgreementSecret, key: AgreementKey, tag: [UInt8]) -> KeyPlaintext?
  /// What anybody can read in a share: nothing, unless the suite is defective.
  func exposed(_ share: Share) -> KeyPlaintext?

  /// A fresh domain key.
  func makeKey(draw: UInt64) -> DomainKey
  /// Authenticated encryption of user data under a domain key; nil if it is no key of this suite.
  func seal(_ message: [UInt8], key: DomainKey, associatedData: [UInt8], draw: UInt64) -> [UInt8]?
  func open(_ ciphertext: [UInt8], key: DomainKey, associatedData: [UInt8]) -> [UInt8]?
}

extension DomainSuite {
  public func exposed(_ share: Share) -> KeyPlaintext? { nil }
}
