/// What decides whether 32 bytes encode a point of edwards25519 (RFC 8032, section 5.1.3): y little-endian, the top bit the sign
/// of x.
enum EdwardsPoint {
  /// The base point.
  static let base: [UInt8] = [0x58] + [UInt8](repeating: 0x66, count: 31)

  /// Whether there are 32 bytes, y is below p = 2²⁵⁵ − 19, and x = 0, which holds for y = ±1, carries no sign. Cheap.
  static func isReduced(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 32 else { return false }
    let isNegative = bytes[31] & 0x80 != 0
    switch bytes[31] & 0x7f {
    case 0x7f where bytes[1..<31].allSatisfy({ $0 == 0xff }): return bytes[0] < 0xec || bytes[0] == 0xec && !isNegative
    case 0 where isNegative && bytes[1..<31].allSatisfy({ $0 == 0 }): return bytes[0] != 1
    default: return true
    }
  }

  /// Whether some x goes with the reduced y: x² = (y² − 1)/(d·y² + 1) has a solution, so (y² − 1)(d·y² + 1) is a square.
  static func isOnCurve(_ bytes: [UInt8]) -> Bool {
    let scratch = Scratch(), prime = BigNumber(littleEndian: prime), one = BigNumber(1)
    let y = BigNumber(littleEndian: Array(bytes[..<31]) + [bytes[31] & 0x7f])
    let square = y.times(y, modulo: prime, scratch)
    let numerator = square.minus(one, modulo: prime, scratch)
    let denominator = square.times(BigNumber(littleEndian: d), modulo: prime, scratch).plus(one, modulo: prime, scratch)
    return numerator.times(denominator, modulo: prime, scratch).isSquare(modulo: prime, scratch)
  }

  private static let prime: [UInt8] = [0xed] + [UInt8](repeating: 0xff, count: 30) + [0x7f]

  /// d = −121665/121666, little-endian.
  private static let d: [UInt8] = [
    0xa3, 0x78, 0x59, 0x13, 0xca, 0x4d, 0xeb, 0x75, 0xab, 0xd8, 0x41, 0x41, 0x4d, 0x0a, 0x70, 0x00,
    0x98, 0xe8, 0x79, 0x77, 0x79, 0x40, 0xc7, 0x8c, 0x73, 0xfe, 0x6f, 0x2b, 0xee, 0x6c, 0x03, 0x52,
  ]
}
