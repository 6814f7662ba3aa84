/// Writes JSON into bytes.
public struct Emitter {
  public var bytes: [UInt8] = []
  /// The record that is being written.
  var frame = Frame()

  struct Frame {
    /// What stands before each of its fields, and after the last one; whoever writes it has them as long as this stands.
    var heads = UnsafeBufferPointer<[UInt8]>(start: nil, count: 0)
    /// The number of its next field.
    var next = 0
  }

  public init() {}

  @inline(__always)
  public mutating func byte(_ character: Unicode.Scalar) { bytes.append(UInt8(truncatingIfNeeded: character.value)) }

  @inline(__always)
  public mutating func raw(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  public mutating func string(_ text: String) {
    byte("\"")
    for unit in text.utf8 {
      switch unit {
      case UInt8(ascii: "\""): raw("\\\"")
      case UInt8(ascii: "\\"): raw("\\\\")
      case 0x0a: raw("\\n")
      case 0..<0x20:
        raw("\\u00")
        hexDigits(unit)
      default: bytes.append(unit)
      }
    }
    byte("\"")
  }

  /// A number as one, if everybody's numbers hold it exactly; as a string else.
  public mutating func unsigned(_ value: UInt64) {
    let isText = value > 1 << 53
    if isText { byte("\"") }
    decimal(value)
    if isText { byte("\"") }
  }

  public mutating func integer(_ value: Int64) {
    let isText = value.magnitude > 1 << 53
    if isText { byte("\"") }
    if value < 0 { byte("-") }
    decimal(value.magnitude)
    if isText { byte("\"") }
  }

  private mutating func decimal(_ value: UInt64) {
    if value < 10 {
      bytes.append(48 + UInt8(truncatingIfNeeded: value))
      return
    }
    decimal(value / 10)
    bytes.append(48 + UInt8(truncatingIfNeeded: value % 10))
  }

  public mutating func bool(_ value: Bool) { value ? raw("true") : raw("false") }

  /// Sixteen hexadecimal digits.
  public mutating func hexWord(_ value: UInt64) {
    byte("\"")
    hexDigits(value)
    byte("\"")
  }

  /// Thirty-two.
  public mutating func hexWords(_ high: UInt64, _ low: UInt64) {
    byte("\"")
    hexDigits(high)
    hexDigits(low)
    byte("\"")
  }

  private mutating func hexDigits(_ word: UInt64) {
    var digits = SIMD16<UInt8>()
    for index in 0..<16 { digits[index] = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * index)) & 15 }
    digits &+= 48
    digits.replace(with: digits &+ 39, where: digits .> 57)
    withUnsafeBytes(of: digits) { bytes.append(contentsOf: $0) }
  }

  public mutating func hex(_ value: [UInt8]) {
    byte("\"")
    for byte in value { hexDigits(byte) }
    byte("\"")
  }

  private mutating func hexDigits(_ byte: UInt8) {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
    bytes.append(digit(byte >> 4))
    bytes.append(digit(byte & 15))
  }

  public mutating func document(_ document: Document) {
    switch document {
    case .null: raw("null")
    case .bool(let value): bool(value)
    case .number(let text): bytes.append(contentsOf: text.utf8)
    case .string(let text): string(text)
    case .array(let elements):
      byte("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { byte(",") }
        self.document(element)
      }
      byte("]")
    case .object(let members):
      byte("{")
      for (index, member) in members.enumerated() {
        if index > 0 { byte(",") }
        string(member.key)
        byte(":")
        self.document(member.value)
      }
      byte("}")
    }
  }
}
