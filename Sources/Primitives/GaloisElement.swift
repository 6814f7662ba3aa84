/// An element of GF(2¹²⁸) as GCM writes it (SP 800-38D, section 6.3): sixteen bytes, the first bit of which is the coefficient
/// of x⁰, modulo x¹²⁸ + x⁷ + x² + x + 1.
public struct GaloisElement: Hashable, Sendable {
  let high: UInt64
  let low: UInt64

  init(_ high: UInt64, _ low: UInt64) { (self.high, self.low) = (high, low) }

  public static let zero = GaloisElement(0, 0)
  public static let one = basis(0)

  /// x to the power of `exponent`, 0 … 127: as vectors over GF(2) these are a basis.
  static func basis(_ exponent: Int) -> Self {
    exponent < 64 ? Self(1 << UInt64(63 - exponent), 0) : Self(0, 1 << UInt64(127 - exponent))
  }

  /// The sum, and as every element is its own negative, the difference.
  public static func + (a: Self, b: Self) -> Self { Self(a.high ^ b.high, a.low ^ b.low) }

  public static func * (a: Self, b: Self) -> Self {
    var (high, low) = (b.high, b.low), product = Self.zero
    for word in [a.high, a.low] {
      for bit in 0..<64 as Range<UInt64> {
        if word >> (63 - bit) & 1 == 1 { product = Self(product.high ^ high, product.low ^ low) }
        // Times x: what leaves at x¹²⁸ comes back as x⁷ + x² + x + 1.
        let carry = (0 &- (low & 1)) & 0xe100_0000_0000_0000
        low = low >> 1 | high << 63
        high = high >> 1 ^ carry
      }
    }
    return product
  }

  var squared: Self { self * self }

  /// The only element whose square this is: all of them are their own 2¹²⁸-th powers.
  public var squareRoot: Self { (0..<127).reduce(self) { power, _ in power.squared } }

  /// 1 over it, its power of 2¹²⁸ − 2; zero for zero.
  public var inverse: Self {
    var (power, product) = (self, Self.one)
    for _ in 1..<128 {
      power = power.squared
      product = product * power
    }
    return product
  }
}

extension GaloisElement: CanonicalBytes {
  public var bytes: [UInt8] { withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) } }

  public init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.init(UInt64(bigEndian: bytes[..<8]), UInt64(bigEndian: bytes[8...]))
  }
}

extension GaloisElement: CustomStringConvertible {
  public var description: String { Bytes(bytes).hex }
}
