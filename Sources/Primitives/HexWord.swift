/// A value of at most 64 bits that reads and writes itself as sixteen lower-case hexadecimal digits.
///
/// The calibrated primitives' keys, signatures, digests and group elements are such words, each a type of its own.
public protocol HexWord: Hashable, Codable, Sendable, CustomStringConvertible {
  var value: UInt64 { get }
  init(_ value: UInt64)
}

extension HexWord {
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard text.utf8.count == 16, text.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) }), let value = UInt64(text, radix: 16) else {
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
