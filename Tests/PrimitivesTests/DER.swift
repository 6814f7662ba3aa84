/// A writer of DER, written apart from the one under test; it writes what it is told, canonical or not.
enum DER {
  static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] { [tag, UInt8(content.count)] + content }

  /// The minimal INTEGER of a big-endian number.
  static func integer(_ number: [UInt8]) -> [UInt8] {
    var content = Array(number.drop { $0 == 0 })
    if content.isEmpty || content[0] >= 0x80 { content.insert(0, at: 0) }
    return element(2, content)
  }

  static func signature(_ r: [UInt8], _ s: [UInt8]) -> [UInt8] { element(0x30, integer(r) + integer(s)) }
}
