extension Scanner {
  /// The number that the sixteen bytes from here on spell in lower-case hexadecimal digits; nil where one of them is none.
  func hexWord(at place: Int) -> UInt64? {
    precondition(place + 16 <= bytes.count, "sixteen bytes stand here")
    let (first, second) = bytes.withUnsafeBytes {
      ($0.loadUnaligned(fromByteOffset: place, as: UInt64.self), $0.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
    }
    guard let high = Self.number(UInt64(littleEndian: first)), let low = Self.number(UInt64(littleEndian: second)) else {
      return nil
    }
    return high << 32 | low
  }

  /// The number that eight digits spell, the first of them in the lowest byte: all at once, as each byte keeps to itself.
  private static func number(_ text: UInt64) -> UInt64? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Among the digits the letters alone have this bit; an `a` stands for ten.
    let letters = text >> 6 & ones
    let values = text &- ones &* 0x30 &- letters &* 0x27
    // The lowest byte that is no digit lends from none, and so has a value that is too large, or one of the other kind's.
    guard values & (ones &* 0xf0) == 0, (values &+ ones &* 6) >> 4 & ones == letters else { return nil }
    let pairs = (values.byteSwapped | values.byteSwapped >> 4) & 0x00ff_00ff_00ff_00ff
    let fours = (pairs | pairs >> 8) & 0x0000_ffff_0000_ffff
    return (fours | fours >> 16) & 0xffff_ffff
  }
}
