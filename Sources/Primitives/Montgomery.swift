/// Multiplication modulo an odd number without division: a number a stands as a·2⁶⁴ (Montgomery, 1985).
@usableFromInline
struct Montgomery {
  @usableFromInline let modulus: UInt64
  /// −1/modulus modulo 2⁶⁴.
  @usableFromInline let inverse: UInt64
  /// What 1 stands as.
  @usableFromInline let one: UInt64

  @inlinable @inline(__always)
  init(_ modulus: UInt64) {
    self.modulus = modulus
    // An odd number is its own inverse modulo 8, and each step of Newton doubles the bits that are right.
    var inverse = modulus
    for _ in 0..<5 { inverse = inverse &* (2 &- modulus &* inverse) }
    self.inverse = 0 &- inverse
    one = (0 &- modulus) % modulus
  }

  /// a·b/2⁶⁴; both are below the modulus, and so is the product.
  @inlinable @inline(__always)
  func product(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    let multiple = (product.low &* inverse).multipliedFullWidth(by: modulus)
    // The low halves add up to 0 modulo 2⁶⁴: with a carry, unless both are 0.
    let (sum, isOver) = product.high.addingReportingOverflow(multiple.high)
    let (whole, isOverToo) = sum.addingReportingOverflow(product.low == 0 ? 0 : 1)
    return isOver || isOverToo || whole >= modulus ? whole &- modulus : whole
  }

  /// The power, of a number and as a number: the conversions are inside.
  @inlinable
  func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
    var square = base.times(one, modulo: modulus)
    var result = one
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = product(result, square) }
      square = product(square, square)
      rest >>= 1
    }
    return product(result, 1)
  }
}
