public import BigInt

/// An exact probability, or a sum or difference of some: a fraction in lowest terms with a positive denominator.
public struct Rational: Hashable, Sendable {
  public let numerator: BigInt
  public let denominator: BigInt

  public init(_ numerator: BigInt, over denominator: BigInt = 1) {
    precondition(denominator > 0, "the denominator is positive")
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    (self.numerator, self.denominator) = (numerator / divisor, denominator / divisor)
  }

  public static func + (a: Self, b: Self) -> Self {
    Rational(a.numerator * b.denominator + b.numerator * a.denominator, over: a.denominator * b.denominator)
  }
  public static func - (a: Self, b: Self) -> Self { a + Rational(-b.numerator, over: b.denominator) }
  public static func * (a: Self, b: Self) -> Self {
    Rational(a.numerator * b.numerator, over: a.denominator * b.denominator)
  }

  public var magnitude: Rational { numerator < 0 ? Rational(-numerator, over: denominator) : self }

  /// The nearest number of double precision, as far as numerator and denominator have one.
  public var value: Double { Double(numerator) / Double(denominator) }
}

extension Rational: Comparable {
  public static func < (a: Self, b: Self) -> Bool { a.numerator * b.denominator < b.numerator * a.denominator }
}

extension Rational: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(BigInt(value)) }
}

extension Rational: CustomStringConvertible {
  public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}
