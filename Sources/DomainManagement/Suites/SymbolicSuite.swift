@_spi(Cryptography) public import DomainKeys
public import Primitives
internal import Wire

/// The ideal suite: digests, signatures and encryptions are terms over their arguments, so there are no collisions and no
/// guesses.
///
/// Whoever holds a term's bytes could rewrite them: what an adversary can do is said by the one who plays it (the scenario
/// runner, the explorer), not by the bytes, as in every symbolic model.
public struct SymbolicSuite: DomainSuite {
  public typealias SigningKey = SymbolicKey
  public typealias Identity = SymbolicKey
  public typealias Signature = SymbolicSignature
  public typealias AgreementSecret = SymbolicKey
  public typealias AgreementKey = SymbolicKey
  public typealias Digest = SymbolicTerm
  public typealias Share = SymbolicTerm

  public init() {}

  public var name: String { "symbolic" }

  public func makeIdentity(draw: UInt64) -> (secret: SymbolicKey, identity: SymbolicKey) {
    let key = SymbolicKey(UInt8(draw))
    return (key, key)
  }
  public func makeAgreement(draw: UInt64) -> (secret: SymbolicKey, key: SymbolicKey) {
    let key = SymbolicKey(UInt8(draw))
    return (key, key)
  }

  public func sign(_ message: [UInt8], with key: SymbolicKey) -> SymbolicSignature {
    SymbolicSignature(signer: key, message: message)
  }
  public func verify(_ signature: SymbolicSignature, of message: [UInt8], by identity: SymbolicKey) -> SignatureCheck {
    guard let signer = signature.signer else { return .invalid(.malformedSignature) }
    return signer == identity && signature.message == message ? .valid : .invalid(.doesNotVerify)
  }
  public func bogusSignature() -> SymbolicSignature { SymbolicSignature(signer: nil, message: []) }
  public func digest(_ message: [UInt8]) -> SymbolicTerm { SymbolicTerm(message) }

  public func wrap(_ keys: KeyPlaintext, to recipients: [SymbolicKey], tag: [UInt8], draw: UInt64) -> [SymbolicTerm]? {
    recipients.map { SymbolicTerm(Self.box(key: [$0.number], tag: tag, body: keys.bytes)) }
  }
  public func unwrap(_ share: SymbolicTerm, with secret: SymbolicKey, key: SymbolicKey, tag: [UInt8]) -> KeyPlaintext? {
    Self.unbox(share.bytes, key: [secret.number], tag: tag).map(KeyPlaintext.init)
  }

  public func makeKey(draw: UInt64) -> DomainKey {
    DomainKey([0x6b, 0x65, 0x79, 0x3a] + (0..<8).map { UInt8(truncatingIfNeeded: draw >> (56 - 8 * $0)) })
  }
  public func seal(_ message: [UInt8], key: DomainKey, associatedData: [UInt8], draw: UInt64) -> [UInt8]? {
    Self.box(key: key.secret, tag: associatedData, body: message)
  }
  public func open(_ ciphertext: [UInt8], key: DomainKey, associatedData: [UInt8]) -> [UInt8]? {
    Self.unbox(ciphertext, key: key.secret, tag: associatedData)
  }

  /// `key`, `tag` and `body` as one term. What is inside is written complemented, so that a watch for a key's bytes sees those in
  /// clear only.
  private static func box(key: [UInt8], tag: [UInt8], body: [UInt8]) -> [UInt8] {
    var writer = WireWriter()
    writer.string(key.map(~))
    writer.string(tag)
    writer.string(body.map(~))
    return writer.bytes
  }

  private static func unbox(_ term: [UInt8], key: [UInt8], tag: [UInt8]) -> [UInt8]? {
    var reader = WireReader(term, root: "term")
    do throws(WireError) {
      guard try reader.string().elementsEqual(key.map(~)), try reader.string().elementsEqual(tag) else { return nil }
      let body = try reader.string().map(~)
      try reader.finish()
      return body
    } catch { return nil }
  }
}
