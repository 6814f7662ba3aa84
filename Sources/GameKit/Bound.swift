/// A bound as an expression: it prints as mathematics, evaluates under an assignment, and names the hop that pays each term.
public indirect enum Bound: Hashable, Sendable {
  case number(Double)
  case symbol(String)
  case sum([Bound])
  case product([Bound])
  /// `numerator / denominator`.
  case quotient(Bound, Bound)
  case power(Bound, Bound)
  /// The probability that two of `count` values of so many bits are equal: 1 − ∏(1 − i/2^bits), i < count.
  case birthday(count: Bound, bits: Bound)
  /// A symbol together with the formula that defines it in the chosen suite, such as ε_sig.
  case defined(String, Bound)
  /// A term together with the name of the hop that pays for it.
  case paid(Bound, by: String)
}

extension Bound: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  public init(stringLiteral symbol: String) { self = .symbol(symbol) }

  public static func + (a: Bound, b: Bound) -> Bound {
    .sum(a.terms + b.terms)
  }
  public static func * (a: Bound, b: Bound) -> Bound {
    .product(a.factors + b.factors)
  }
  public static func / (a: Bound, b: Bound) -> Bound { .quotient(a, b) }

  /// Two to the power of `exponent`.
  public static func two(to exponent: Bound) -> Bound { .power(2, exponent) }

  /// The terms of a sum; anything else is its own only term.
  public var terms: [Bound] { if case .sum(let terms) = self { terms } else { [self] } }
  private var factors: [Bound] { if case .product(let factors) = self { factors } else { [self] } }
}
