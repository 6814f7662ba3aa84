import Primitives
public import Wire

/// A term: what a digest, a signature or a share is when cryptography is ideal. Terms are equal when they were made alike.
public struct SymbolicTerm: WireValue {
  public let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
  public init?(bytes: [UInt8]) { self.bytes = bytes }
}
