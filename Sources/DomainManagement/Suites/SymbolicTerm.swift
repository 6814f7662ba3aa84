/// A term: what a digest, a signature or a share is when cryptography is ideal. Terms are equal when they were made alike.
public struct SymbolicTerm: WireValue {
  public let wire: [UInt8]

  init(_ wire: [UInt8]) { self.wire = wire }
  public init?(wire: some RandomAccessCollection<UInt8>) { self.wire = Array(wire) }
}
