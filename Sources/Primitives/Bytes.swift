import Foundation

/// A byte string that reads and writes itself as lower-case hexadecimal.
public struct Bytes: Hashable, Sendable {
  public var array: [UInt8]

  public init(_ array: [UInt8]) { self.array = array }

  /// In one call, or in none where both are one array, as what a game is given back often is: arrays compare themselves byte by
  /// byte, which for a file costs as much as its encryption.
  public static func == (a: Bytes, b: Bytes) -> Bool {
    a.array.withUnsafeBytes { a in
      b.array.withUnsafeBytes { b in
        guard a.count == b.count, let one = a.baseAddress, let other = b.baseAddress else { return a.count == b.count }
        return one == other || memcmp(one, other, a.count) == 0
      }
    }
  }

  /// The bytes that `hex` spells, or nil if it has an odd length or another character than a hexadecimal digit.
  public init?(hex: String) {
    let digits = hex.utf8.compactMap { byte in Character(UnicodeScalar(byte)).hexDigitValue }
    guard digits.count == hex.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
    array = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  public var hex: String {
    String(decoding: array.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}

extension Bytes: CanonicalBytes {
  public var bytes: [UInt8] { array }
  public init(bytes: [UInt8]) { array = bytes }
}

/// Lexicographic.
extension Bytes: Comparable {
  public static func < (a: Bytes, b: Bytes) -> Bool { a.array.lexicographicallyPrecedes(b.array) }
}

extension Bytes: CustomStringConvertible {
  public var description: String { hex }
}

extension Bytes: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let bytes = Bytes(hex: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "`\(text)` is not hexadecimal")
    }
    self = bytes
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hex)
  }
}
