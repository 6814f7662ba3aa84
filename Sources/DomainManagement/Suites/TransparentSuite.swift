@_spi(Cryptography) public import DomainKeys
public import Primitives
public import Wire

/// A defective suite: its multi-recipient encryption carries the plaintext in clear before every share. Everything type-checks,
/// so only the run-time watch (`key.never-leaves-unwrapped`) stands between the key and the network.
public struct TransparentSuite<Base: DomainSuite>: DomainSuite {
  public typealias Signature = Base.Signature
  public typealias Digest = Base.Digest

  public let base: Base

  public init(_ base: Base) { self.base = base }

  public struct Share: WireValue {
    public let plaintext: [UInt8]
    public let share: Base.Share

    init(plaintext: [UInt8], share: Base.Share) {
      self.plaintext = plaintext
      self.share = share
    }

    public var bytes: [UInt8] {
      var writer = WireWriter()
      writer.string(plaintext)
      writer.value(share)
      return writer.bytes
    }

    public init?(bytes: [UInt8]) {
      var reader = WireReader(bytes, root: "share")
      do throws(WireError) {
        plaintext = Array(try reader.string())
        share = try reader.value()
        try reader.finish()
      } catch { return nil }
    }
  }

  public var name: String { base.name }
  public func makeIdentity(draw: UInt64) -> (secret: Base.SigningKey, identity: Base.Identity) { base.makeIdentity(draw: draw) }
  public func makeAgreement(draw: UInt64) -> (secret: Base.AgreementSecret, key: Base.AgreementKey) {
    base.makeAgreement(draw: draw)
  }
  public func sign(_ message: [UInt8], with key: Base.SigningKey) -> Base.Signature { base.sign(message, with: key) }
  public func verify(_ signature: Base.Signature, of message: [UInt8], by identity: Base.Identity) -> SignatureCheck {
    base.verify(signature, of: message, by: identity)
  }
  public func bogusSignature() -> Base.Signature { base.bogusSignature() }
  public func digest(_ message: [UInt8]) -> Base.Digest { base.digest(message) }
  public func wrap(_ keys: KeyPlaintext, to recipients: [Base.AgreementKey], tag: [UInt8], draw: UInt64) -> [Share]? {
    base.wrap(keys, to: recipients, tag: tag, draw: draw)?.map { Share(plaintext: keys.bytes, share: $0) }
  }
  public func unwrap(_ share: Share, with secret: Base.AgreementSecret, key: Base.AgreementKey, tag: [UInt8]) -> KeyPlaintext? {
    base.unwrap(share.share, with: secret, key: key, tag: tag)
  }
  public func exposed(_ share: Share) -> KeyPlaintext? { KeyPlaintext(share.plaintext) }
  public func makeKey(draw: UInt64) -> DomainKey { base.makeKey(draw: draw) }
  public func seal(_ message: [UInt8], key: DomainKey, associatedData: [UInt8], draw: UInt64) -> [UInt8]? {
    base.seal(message, key: key, associatedData: associatedData, draw: draw)
  }
  public func open(_ ciphertext: [UInt8], key: DomainKey, associatedData: [UInt8]) -> [UInt8]? {
    base.open(ciphertext, key: key, associatedData: associatedData)
  }
}
