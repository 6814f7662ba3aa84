public import DomainKeys

/// A customer key under a domain key: an exported key token (EKT). HSMs keep none of them, as they keep no token of a domain:
/// whoever stores one brings it along (docs/model.md, section 1.4).
public struct ExportedKeyToken: Hashable, Sendable {
  /// Of the domain key that it is said to be under: under another one it does not open.
  public let version: Int
  public let ciphertext: [UInt8]

  public init(version: Int, ciphertext: [UInt8]) {
    self.version = version
    self.ciphertext = ciphertext
  }

  /// With these associated data a domain key encrypts customer keys, and nothing else: users' data have others. [ours]
  public static let associatedData = Array("gamekeeper/key-token/1".utf8)

  init?<S: DomainSuite>(_ key: DomainKey, under domainKey: DomainKey, version: Int, draw: UInt64, suite: S) {
    guard let ciphertext = suite.seal(key, under: domainKey, associatedData: Self.associatedData, draw: draw) else { return nil }
    self.init(version: version, ciphertext: ciphertext)
  }

  func opened<S: DomainSuite>(under domainKey: DomainKey, suite: S) -> DomainKey? {
    suite.openKey(ciphertext, under: domainKey, associatedData: Self.associatedData)
  }

  /// The customer key, for the judge of an experiment.
  @_spi(Judge) public func inspected<S: DomainSuite>(under domainKey: DomainKey, suite: S) -> DomainKey? {
    opened(under: domainKey, suite: suite)
  }
}
