extension Scanner {
  /// A string, in which escapes are read.
  public mutating func string() throws(Malformed) -> String {
    let start = position
    let range = try rawString()
    guard bytes[range].contains(UInt8(ascii: "\\")) else { return String(decoding: bytes[range], as: UTF8.self) }
    let end = position
    position = range.lowerBound
    var text = String.UnicodeScalarView()
    var plain = position
    while position < range.upperBound {
      guard bytes[position] == UInt8(ascii: "\\") else {
        position += 1
        continue
      }
      text.append(contentsOf: String(decoding: bytes[plain..<position], as: UTF8.self).unicodeScalars)
      guard let scalar = try escaped() else {
        position = start
        throw malformed("a string of Unicode characters")
      }
      text.append(scalar)
      plain = position
    }
    text.append(contentsOf: String(decoding: bytes[plain..<range.upperBound], as: UTF8.self).unicodeScalars)
    position = end
    return String(text)
  }

  /// Where the inside of a string stands, all of it checked but for the halves of surrogate pairs.
  mutating func rawString() throws(Malformed) -> Range<Int> {
    guard accept(UInt8(ascii: "\"")) else { throw malformed("a string") }
    let start = position
    var isASCII = true
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let range = start..<position
        guard isASCII || String(validating: bytes[range], as: UTF8.self) != nil else {
          position = start
          throw malformed("a string in UTF-8")
        }
        position += 1
        return range
      case UInt8(ascii: "\\"): _ = try escaped()
      case 0x20..<0x80: position += 1
      case 0x80...: (isASCII, position) = (false, position + 1)
      default: throw malformed("no control character in a string")
      }
    }
    throw malformed("`\"`")
  }

  /// Reads one escape; nil for a half of a surrogate pair without the other.
  private mutating func escaped() throws(Malformed) -> UnicodeScalar? {
    position += 1
    guard position < bytes.count else { throw malformed("an escape") }
    let letter = bytes[position]
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UnicodeScalar(letter)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try codeUnit()
      guard UTF16.isLeadSurrogate(first) else { return UnicodeScalar(first) }
      let rest = position
      guard word("\\u") else { return nil }
      let second = try codeUnit()
      guard UTF16.isTrailSurrogate(second) else {
        position = rest
        return nil
      }
      return UnicodeScalar(0x10000 + (UInt32(first & 0x3ff) << 10 | UInt32(second & 0x3ff)))
    default:
      position -= 1
      throw malformed("an escape")
    }
  }

  private mutating func codeUnit() throws(Malformed) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard position < bytes.count, let digit = Self.digit(bytes[position] | 0x20), bytes[position] < 0x80 else {
        throw malformed("four hexadecimal digits")
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  /// A number as it stands in the text.
  mutating func number() throws(Malformed) -> String {
    _ = peek()
    let start = position
    func failed() -> Malformed { malformed("a value") }
    _ = acceptByte(UInt8(ascii: "-"))
    if !acceptByte(UInt8(ascii: "0")), digits() == 0 { throw failed() }
    if acceptByte(UInt8(ascii: ".")), digits() == 0 { throw malformed("a digit") }
    if acceptByte(UInt8(ascii: "e")) || acceptByte(UInt8(ascii: "E")) {
      if !acceptByte(UInt8(ascii: "+")) { _ = acceptByte(UInt8(ascii: "-")) }
      if digits() == 0 { throw malformed("a digit") }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = position
    while position < bytes.count, case 0x30...0x39 = bytes[position] { position += 1 }
    return position - start
  }

  /// Reads a value of any kind and forgets it.
  public mutating func skip() throws(Malformed) {
    switch peek() {
    case UInt8(ascii: "{"): try members { scanner, _ throws(Malformed) in try scanner.skip() }
    case UInt8(ascii: "["): try elements { scanner throws(Malformed) in try scanner.skip() }
    case UInt8(ascii: "\""): _ = try rawString()
    case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try bool()
    case UInt8(ascii: "n"): if !null() { throw malformed("a value") }
    default: _ = try number()
    }
  }
}
