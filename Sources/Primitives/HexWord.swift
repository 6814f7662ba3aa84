/// A value of at most 64 bits that reads and writes itself as sixteen lower-case hexadecimal digits.
///
/// The calibrated primitives' keys, signatures, digests and group elements are such words, each a type of its own.
public protocol HexWord: Hashable, Comparable, Codable, Sendable, CanonicalBytes, CustomStringConvertible {
  var value: UInt64 { get }
  init(_ value: UInt64)
}

extension HexWord {
  @inlinable @inline(__always)
  public static func < (a: Self, b: Self) -> Bool { a.value < b.value }

  /// Eight bytes, big-endian.
  @inlinable
  public var bytes: [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }

  @inlinable
  public func append(to message: inout [UInt8]) { withUnsafeBytes(of: value.bigEndian) { message.append(contentsOf: $0) } }

  @inlinable
  public init?(bytes: [UInt8]) {
    guard bytes.count == 8 else { return nil }
    self.init(UInt64(bigEndian: bytes[...]))
  }

  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard text.utf8.count == 16, text.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) }),
      let value = UInt64(text, radix: 16)
    else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "`\(text)` is not sixteen lower-case hexadecimal digits")
    }
    self.init(value)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension UInt64 {
  /// The number that eight bytes spell, the first the most significant.
  @inlinable @inline(__always)
  init(bigEndian bytes: ArraySlice<UInt8>) {
    self = bytes.withUnsafeBytes { UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)) }
  }
}
