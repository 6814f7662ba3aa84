/// A whole number that every JSON reader keeps as it is: beyond 2⁵³, where JavaScript and others lose digits, it is written as
/// text. Both forms are read.
@propertyWrapper
public struct ExactNumber: Codable, Hashable, Sendable {
  public var wrappedValue: UInt64

  public init(wrappedValue: UInt64) { self.wrappedValue = wrappedValue }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(UInt64.self) {
      wrappedValue = number
    } else if let number = Self.read(try container.decode(String.self)) {
      wrappedValue = number
    } else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "neither a whole number from 0 to 2^64 − 1 nor one as text")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if wrappedValue <= 1 << 53 { try container.encode(wrappedValue) } else { try container.encode("\(wrappedValue)") }
  }

  /// A number as people write it, in decimal or after `0x` in hexadecimal.
  public static func read(_ text: String) -> UInt64? {
    let isHexadecimal = text.hasPrefix("0x") || text.hasPrefix("0X")
    let digits = isHexadecimal ? text.dropFirst(2) : text[...]
    return digits.first == "+" || digits.first == "-" ? nil : UInt64(digits, radix: isHexadecimal ? 16 : 10)
  }
}
