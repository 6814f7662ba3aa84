/// Multiplication modulo an odd number without division: a number a stands as a·2⁶⁴ (Montgomery, 1985).
///
/// No step branches on the numbers: half of all branches on the bits of an exponent would be mispredicted.
@usableFromInline
struct Montgomery: Sendable {
  @usableFromInline let modulus: UInt64
  /// 1/modulus modulo 2⁶⁴.
  @usableFromInline let inverse: UInt64
  /// What 1 stands as.
  @usableFromInline let one: UInt64
  /// What 2⁶⁴ stands as: a product with it converts.
  @usableFromInline let conversion: UInt64

  @inlinable @inline(__always)
  init(_ modulus: UInt64) {
    self.modulus = modulus
    // An odd number is its own inverse modulo 8, and each step of Newton doubles the bits that are right.
    var inverse = modulus
    for _ in 0..<5 { inverse = inverse &* (2 &- modulus &* inverse) }
    self.inverse = inverse
    one = (0 &- modulus) % modulus
    conversion = one.times(one, modulo: modulus)
  }

  /// a·b/2⁶⁴; one of the two is below the modulus, and so is the product.
  @inlinable @inline(__always)
  func product(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    // The multiple of the modulus with the same low half.
    let multiple = (product.low &* inverse).multipliedFullWidth(by: modulus)
    let (difference, isNegative) = product.high.subtractingReportingOverflow(multiple.high)
    return difference &+ (modulus & (0 &- (isNegative ? 1 : 0)))
  }

  /// The power, of a number and as a number: the conversions are inside.
  @inlinable
  func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 { powers(base, exponent, 0).0 }

  /// Two powers of one number for the squarings of one.
  @inlinable @inline(__always)
  func powers(_ base: UInt64, _ exponent: UInt64, _ other: UInt64) -> (UInt64, UInt64) {
    var square = product(base, conversion)
    var results = (one, one)
    var rest = (exponent, other)
    while rest.0 | rest.1 > 0 {
      results.0 = product(results.0, square, if: rest.0 & 1)
      results.1 = product(results.1, square, if: rest.1 & 1)
      square = product(square, square)
      rest = (rest.0 >> 1, rest.1 >> 1)
    }
    return (product(results.0, 1), product(results.1, 1))
  }

  /// a·b/2⁶⁴ if `bit` is one, a if it is zero.
  @inlinable @inline(__always)
  func product(_ a: UInt64, _ b: UInt64, if bit: UInt64) -> UInt64 {
    let mask = 0 &- bit
    return product(a, b) & mask | a & ~mask
  }
}
