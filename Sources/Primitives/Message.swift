/// Sixteen opaque bytes: the message space of the games, of a fixed size so that a query costs no allocation.
public struct Message: Hashable, Codable, Sendable {
  public let high: UInt64
  public let low: UInt64

  @inlinable
  public init(_ high: UInt64, _ low: UInt64 = 0) {
    self.high = high
    self.low = low
  }

  /// The sixteen bytes, big-endian.
  public var bytes: [UInt8] {
    [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } }
  }
}
