public import Coins

/// A group of prime order of which only the order is known: whoever works in it sees elements by handles (Shoup, 1997).
///
/// Beside it stands `CalibratedGroup`, whose elements are numbers: there a public key determines its exponent, and given all that
/// is known the chance of finding it is 0 or 1. Here nothing follows from an element, so that chance is known.
public struct GenericGroup: Sendable {
  /// t: the order is the least prime above 2ᵗ.
  public let bits: Int
  public let order: UInt64

  /// The exponent of an element as whoever made it knows it: `constant` + `slope`·x, where x is the sealed one.
  public struct Expression: Hashable, Sendable {
    public let constant: UInt64
    public let slope: UInt64

    @inlinable
    public init(constant: UInt64, slope: UInt64) { (self.constant, self.slope) = (constant, slope) }

    public static let generator = Expression(constant: 1, slope: 0)
    /// Of the element whose exponent is sealed.
    public static let sealed = Expression(constant: 0, slope: 1)
  }

  /// The group of `bits` = 1 … 62 bits.
  public init(bits: Int) {
    precondition(1 <= bits && bits <= 62, "a generic group has 1 … 62 bits")
    self.bits = bits
    order = .leastPrime(above: 1 << UInt64(bits))
  }

  /// The number of exponents, which are 1 … order − 1: at least 2ᵗ, and just that where 2ᵗ + 1 is prime.
  public var exponents: UInt64 { order - 1 }

  public func exponent(for label: Label, coins: Coins) -> UInt64 { 1 + coins.uniform(below: exponents, for: label) }

  /// The coin that an exponent is drawn by; its value is the exponent less one.
  public func coin(for label: Label) -> SealedCoin { SealedCoin(label, below: exponents) }

  public func product(_ a: Expression, _ b: Expression) -> Expression {
    Expression(constant: sum(a.constant, b.constant), slope: sum(a.slope, b.slope))
  }

  public func quotient(_ a: Expression, _ b: Expression) -> Expression {
    Expression(constant: difference(a.constant, b.constant), slope: difference(a.slope, b.slope))
  }

  /// The exponent that an expression stands for.
  public func value(of expression: Expression, at exponent: UInt64) -> UInt64 {
    sum(expression.constant, expression.slope.times(exponent, modulo: order))
  }

  /// The only exponent x at which two different expressions stand for one element; nil if there is none.
  public func root(_ a: Expression, _ b: Expression) -> UInt64? {
    guard a.slope != b.slope else { return nil }
    // In a group of prime order every slope but 0 has an inverse.
    let inverse = difference(a.slope, b.slope).power(order - 2, modulo: order)
    let root = difference(b.constant, a.constant).times(inverse, modulo: order)
    return root == 0 ? nil : root
  }

  private func sum(_ a: UInt64, _ b: UInt64) -> UInt64 { (a + b) % order }
  private func difference(_ a: UInt64, _ b: UInt64) -> UInt64 { (a + order - b) % order }
}
