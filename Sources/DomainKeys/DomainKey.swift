/// A symmetric key of a domain: it exists inside HSMs only.
///
/// Its bytes are visible to whoever asks for them by `@_spi(Cryptography)`, the suites, and to an experiment's judge. An HSM's
/// own code is an outsider: it can keep a key, copy it, compare it and give it to a suite, to seal a message with it or, in a
/// `KeyPlaintext`, to wrap it; it cannot say a byte of it, so a leak does not compile. (What a suite makes of the bytes is the
/// suite's: who writes one is trusted with keys.) [ours: the paper's authors use a taint type system on Java]
public struct DomainKey: Hashable, Sendable {
  @_spi(Cryptography) @_spi(Judge) public let secret: [UInt8]

  public init(_ secret: [UInt8]) { self.secret = secret }
}

extension DomainKey: CustomStringConvertible, CustomReflectable {
  public var description: String { "domain key (hidden)" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
