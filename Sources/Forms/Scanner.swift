/// Reads JSON (RFC 8259) from bytes, front to back, without an allocation of its own.
public struct Scanner: ~Copyable {
  public let bytes: [UInt8]
  /// The number of the byte that is read next.
  public var position = 0
  private var depth = 0
  /// The record that is being read.
  var record = OpenRecord()
  /// Values may be so deep in each other: more is no query, and would use up the stack.
  private static let deepest = 64

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public func malformed(_ expected: String) -> Malformed { Malformed(at: position, expected: expected) }

  /// The next byte that is no white space; 0 at the end, which no JSON text holds.
  public mutating func peek() -> UInt8 {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0a, 0x0d: position += 1
      case let byte: return byte
      }
    }
    return 0
  }

  public mutating func accept(_ byte: UInt8) -> Bool {
    if acceptByte(byte) { return true }
    guard peek() == byte, position < bytes.count else { return false }
    position += 1
    return true
  }

  public mutating func expect(_ byte: UInt8) throws(Malformed) {
    guard accept(byte) else { throw malformed("`\(Character(UnicodeScalar(byte)))`") }
  }

  /// Nothing may follow but white space.
  public mutating func end() throws(Malformed) {
    _ = peek()
    guard position == bytes.count else { throw malformed("the end of the line") }
  }

  // MARK: Values

  public mutating func null() -> Bool { peek() == UInt8(ascii: "n") && word("null") }

  public mutating func bool() throws(Malformed) -> Bool {
    switch peek() {
    case UInt8(ascii: "t") where word("true"): return true
    case UInt8(ascii: "f") where word("false"): return false
    default: throw malformed("true or false")
    }
  }

  /// A whole number from 0 to 2⁶⁴ − 1, as a number or, because not everybody's numbers are exact, as a string.
  public mutating func unsigned() throws(Malformed) -> UInt64 {
    let isText = peek() == UInt8(ascii: "\"")
    if isText { position += 1 }
    let start = position
    var value: UInt64 = 0
    while position < bytes.count, let digit = Self.digit(bytes[position]), digit < 10 {
      let (product, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, carries) = product.addingReportingOverflow(UInt64(digit))
      guard !overflows, !carries else { throw malformed("a whole number below 2^64") }
      value = sum
      position += 1
    }
    let count = position - start
    guard count > 0, count == 1 || bytes[start] != UInt8(ascii: "0"), !isText || acceptByte(UInt8(ascii: "\"")),
      isText || !isInNumber
    else {
      position = start
      throw malformed("a whole number, 0 or more")
    }
    return value
  }

  /// A whole number of 64 bits with a sign.
  public mutating func integer() throws(Malformed) -> Int64 {
    let start = position
    let isText = peek() == UInt8(ascii: "\"")
    let sign = position + (isText ? 1 : 0)
    guard sign < bytes.count, bytes[sign] == UInt8(ascii: "-") else {
      guard let value = Int64(exactly: try unsigned()) else {
        position = start
        throw malformed("a whole number below 2^63")
      }
      return value
    }
    position = sign + 1
    guard position < bytes.count, let digit = Self.digit(bytes[position]), digit < 10 else { throw malformed("a digit") }
    let magnitude = try unsigned()
    guard magnitude <= UInt64(Int64.max) + 1, !isText || acceptByte(UInt8(ascii: "\"")) else {
      position = start
      throw malformed("a whole number of 64 bits")
    }
    return magnitude > UInt64(Int64.max) ? .min : -Int64(magnitude)
  }

  /// The bytes that a string of lower-case hexadecimal digits spells.
  public mutating func hex() throws(Malformed) -> [UInt8] {
    var value: [UInt8] = []
    try expect(UInt8(ascii: "\""))
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      guard position + 1 < bytes.count, let high = Self.digit(bytes[position]), let low = Self.digit(bytes[position + 1]) else {
        throw malformed("two lower-case hexadecimal digits")
      }
      value.append(high << 4 | low)
      position += 2
    }
    guard acceptByte(UInt8(ascii: "\"")) else { throw malformed("`\"`") }
    return value
  }

  /// The number that sixteen lower-case hexadecimal digits spell.
  public mutating func hexWord() throws(Malformed) -> UInt64 {
    let start = position
    try expect(UInt8(ascii: "\""))
    guard position + 16 < bytes.count, bytes[position + 16] == UInt8(ascii: "\"") else {
      position = start
      throw malformed("sixteen hexadecimal digits")
    }
    guard let value = hexWord(at: position) else {
      while Self.digit(bytes[position]) != nil { position += 1 }
      throw malformed("a lower-case hexadecimal digit")
    }
    position += 17
    return value
  }

  /// The two numbers that thirty-two such digits spell; nil, and nothing is read but white space, where something else stands.
  public mutating func hexWords() -> (high: UInt64, low: UInt64)? {
    guard peek() == UInt8(ascii: "\""), position + 33 < bytes.count, bytes[position + 33] == UInt8(ascii: "\""),
      let high = hexWord(at: position + 1), let low = hexWord(at: position + 17)
    else { return nil }
    position += 34
    return (high, low)
  }

  // MARK: Objects and arrays

  /// Lets `body` read each element of an array.
  public mutating func elements(_ body: (inout Scanner) throws(Malformed) -> Void) throws(Malformed) {
    try deeper()
    defer { depth -= 1 }
    try expect(UInt8(ascii: "["))
    if !accept(UInt8(ascii: "]")) {
      repeat { try body(&self) } while accept(UInt8(ascii: ","))
      guard accept(UInt8(ascii: "]")) else { throw malformed("`,` or `]`") }
    }
  }

  /// Lets `body` read each value of an object, whose key lies in the bytes that it is told; a key with an escape has none.
  public mutating func members(_ body: (inout Scanner, Range<Int>) throws(Malformed) -> Void) throws(Malformed) {
    try deeper()
    defer { depth -= 1 }
    try expect(UInt8(ascii: "{"))
    if !accept(UInt8(ascii: "}")) {
      repeat {
        let key = try rawString()
        try expect(UInt8(ascii: ":"))
        try body(&self, key)
      } while accept(UInt8(ascii: ","))
      guard accept(UInt8(ascii: "}")) else { throw malformed("`,` or `}`") }
    }
  }

  /// Lets `body` read the value of an object's only member, which has one of these names: it is told the number of the name.
  mutating func member<T>(
    of names: [StaticString], _ body: (Int, inout Scanner) throws(Malformed) -> T
  ) throws(Malformed) -> T {
    try deeper()
    defer { depth -= 1 }
    try expect(UInt8(ascii: "{"))
    if accept(UInt8(ascii: "}")) { throw malformed("one of \(Self.list(names))") }
    let value = try body(try key(among: names).index, &self)
    if accept(UInt8(ascii: ",")) { throw Malformed(at: try key(among: names).place, expected: "one name alone") }
    guard accept(UInt8(ascii: "}")) else { throw malformed("`,` or `}`") }
    return value
  }

  private mutating func key(among names: [StaticString]) throws(Malformed) -> (index: Int, place: Int) {
    let key = try rawString()
    try expect(UInt8(ascii: ":"))
    for index in names.indices where isEqual(key, names[index]) { return (index, key.lowerBound) }
    throw Malformed(at: key.lowerBound, expected: "one of \(Self.list(names))")
  }

  static func list(_ names: [StaticString]) -> String { names.map(\.description).joined(separator: ", ") }

  @inline(__always)
  private mutating func deeper() throws(Malformed) {
    if depth == Self.deepest { throw malformed("no more than \(Self.deepest) brackets in each other") }
    depth += 1
  }

  func isEqual(_ range: Range<Int>, _ name: StaticString) -> Bool {
    range.count == name.utf8CodeUnitCount && holds(name, at: range.lowerBound)
  }

  @inline(__always)
  func holds(_ word: StaticString, at place: Int) -> Bool {
    guard bytes.count - place >= word.utf8CodeUnitCount else { return false }
    for index in 0..<word.utf8CodeUnitCount where bytes[place + index] != word.utf8Start[index] { return false }
    return true
  }

  /// Reads exactly these bytes, if they are what follows: for what nearly every line holds.
  public mutating func accept(_ text: StaticString) -> Bool {
    if word(text) { return true }
    _ = peek()
    return word(text)
  }

  // MARK: Details

  /// Whether a byte of a number follows, as in `1.5`, `10e3` and `01`.
  private var isInNumber: Bool {
    guard position < bytes.count else { return false }
    switch bytes[position] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): return true
    default: return false
    }
  }

  @inline(__always)
  mutating func acceptByte(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func word(_ word: StaticString) -> Bool {
    guard holds(word, at: position) else { return false }
    position += word.utf8CodeUnitCount
    return true
  }

  @inline(__always)
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
