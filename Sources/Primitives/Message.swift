/// Sixteen opaque bytes: the message space of the games, of a fixed size so that a query costs no allocation.
public struct Message: Hashable, Sendable, CanonicalBytes {
  public let high: UInt64
  public let low: UInt64

  @inlinable
  public init(_ high: UInt64, _ low: UInt64 = 0) {
    self.high = high
    self.low = low
  }

  /// The message whose sixteen bytes these are, or nil if they are more or fewer.
  @inlinable
  public init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.init(UInt64(bigEndian: bytes[..<8]), UInt64(bigEndian: bytes[8...]))
  }

  /// The sixteen bytes, big-endian.
  @inlinable
  public var bytes: [UInt8] {
    withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) }
  }
}

extension Message: CustomStringConvertible {
  /// Thirty-two hexadecimal digits.
  public var description: String { Bytes(bytes).hex }
}

extension Message: Codable {
  public init(from decoder: any Decoder) throws {
    let bytes = try Bytes(from: decoder)
    guard let message = Message(bytes: bytes.array) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "a message has 16 bytes, not \(bytes.array.count)"))
    }
    self = message
  }

  public func encode(to encoder: any Encoder) throws { try Bytes(bytes).encode(to: encoder) }
}
