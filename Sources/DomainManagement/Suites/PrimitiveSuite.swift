public import Coins
@_spi(Cryptography) public import DomainKeys
public import Primitives

/// Domain management on the primitives of a `Suite`: `kms`, `kms-low-s`, `modern` or `calibrated`.
public struct PrimitiveSuite<Base: Suite>: DomainSuite {
  public typealias Signature = Base.Signing.Signature
  public typealias Identity = Base.Signing.VerificationKey
  public typealias AgreementKey = Base.Group.PublicKey
  public typealias Digest = Base.Hash.Digest
  public typealias Share = MultiRecipientEncryption<Base.Group, Base.Derivation, Base.Cipher>.Ciphertext

  public let base: Base
  private let coins: Coins

  /// `coins` are the challenger's; nobody else may draw for the purposes `dmid`, `dmagree`, `dmwrap`, `dmkey` and `dmseal`.
  public init(_ base: Base, coins: Coins) {
    self.base = base
    self.coins = coins
  }

  public var name: String { base.name }

  public func makeIdentity(draw: UInt64) -> (secret: Base.Signing.SigningKey, identity: Identity) {
    let pair = base.signing.generateKey(for: Label("dmid", draw), coins: coins)
    return (pair.signing, pair.verification)
  }
  public func makeAgreement(draw: UInt64) -> (secret: Base.Group.SecretKey, key: AgreementKey) {
    let pair = base.encryption.generateKey(for: Label("dmagree", draw), coins: coins)
    return (pair.secret, pair.public)
  }
  public func sign(_ message: [UInt8], with key: Base.Signing.SigningKey) -> Signature {
    base.signing.sign(message, with: key, coins: coins)
  }
  public func verify(_ signature: Signature, of message: [UInt8], by identity: Identity) -> SignatureCheck {
    base.signing.verify(signature, of: message, by: identity, coins: coins)
  }
  public func bogusSignature() -> Signature { base.signing.candidate(0) }
  public func digest(_ message: [UInt8]) -> Digest { base.hash.digest(message, coins: coins) }

  public func wrap(_ keys: KeyPlaintext, to recipients: [AgreementKey], tag: [UInt8], draw: UInt64) -> [Share]? {
    try? base.encryption.encrypt(keys.bytes, tag: tag, to: recipients, label: Label("dmwrap", draw), coins: coins)
  }
  public func unwrap(_ share: Share, with secret: Base.Group.SecretKey, key: AgreementKey, tag: [UInt8]) -> KeyPlaintext? {
    guard case .opened(let plaintext) = base.encryption.decrypt(share, tag: tag, with: secret, coins: coins) else { return nil }
    return KeyPlaintext(plaintext)
  }

  public func makeKey(draw: UInt64) -> DomainKey {
    DomainKey(base.cipher.generateKey(for: Label("dmkey", draw), coins: coins).bytes)
  }
  public func seal(_ message: [UInt8], key: DomainKey, associatedData: [UInt8], draw: UInt64) -> [UInt8]? {
    guard let key = Base.Cipher.Key(bytes: key.secret) else { return nil }
    return base.cipher.seal(message, associatedData: associatedData, key: key, nonce: Label("dmseal", draw), coins: coins).array
  }
  public func open(_ ciphertext: [UInt8], key: DomainKey, associatedData: [UInt8]) -> [UInt8]? {
    guard let key = Base.Cipher.Key(bytes: key.secret),
      case .opened(let message) = base.cipher.open(Bytes(ciphertext), associatedData: associatedData, key: key, coins: coins)
    else { return nil }
    return message
  }
}
