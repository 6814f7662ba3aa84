/// What operators sign to have a key rotated: under which trust, which handle, and the version that is to be retired. An order
/// that was carried out names a key that is active no more. [ours: the form]
public struct RotationOrder<S: DomainSuite>: Hashable, Sendable {
  public let trust: S.Digest
  public let handle: Handle
  public let version: Int

  /// `version` is at least zero.
  public init(under trust: Trust<S>, handle: Handle, version: Int) {
    precondition(version >= 0, "versions are counted")
    self.trust = trust.fingerprint
    self.handle = handle
    self.version = version
  }

  /// They begin with a context of their own, so that no statement on a trust or a token can be read as an order.
  public var signedBytes: [UInt8] {
    var writer = WireWriter(capacity: 128)
    writer.string("gamekeeper/rotation/1".utf8)
    writer.value(trust)
    writer.string(handle.name.utf8)
    writer.number(version)
    return writer.bytes
  }
}

/// One entry of what authorises an order: an operator, and its signature.
public struct RotationEndorsement<S: DomainSuite>: Hashable, Sendable {
  public let signer: S.Identity
  public let order: RotationOrder<S>
  public let signature: S.Signature

  public init(signer: S.Identity, order: RotationOrder<S>, signature: S.Signature) {
    self.signer = signer
    self.order = order
    self.signature = signature
  }
}
