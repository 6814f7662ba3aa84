/// The bytes of a key map, on their way into or out of multi-recipient encryption. Like a `DomainKey` they can be read by a suite
/// only.
public struct KeyPlaintext: Hashable, Sendable {
  @_spi(Cryptography) public let bytes: [UInt8]

  public init(_ bytes: [UInt8]) { self.bytes = bytes }
}

extension KeyPlaintext: CustomStringConvertible, CustomReflectable {
  public var description: String { "domain keys (hidden)" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
