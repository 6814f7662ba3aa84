/// A bound as an expression: it prints as mathematics, evaluates under an assignment, and names the hop that pays each term.
public indirect enum Bound: Hashable, Sendable {
  case number(Double)
  case symbol(String)
  case sum([Bound])
  case product([Bound])
  case difference(Bound, Bound)
  /// `numerator / denominator`.
  case quotient(Bound, Bound)
  case power(Bound, Bound)
  /// The probability that two of `count` values of so many bits are equal: 1 − ∏(1 − i/2^bits), i < count.
  case birthday(count: Bound, bits: Bound)
  /// A symbol together with the formula that defines it, such as ε_sig in a suite.
  case defined(String, Bound)
  /// A term together with the name of the hop that pays for it.
  case paid(Bound, by: String)
}

extension Bound: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  public init(stringLiteral symbol: String) { self = .symbol(symbol) }

  public static func + (a: Bound, b: Bound) -> Bound { .sum(of: a.terms + b.terms) }
  public static func - (a: Bound, b: Bound) -> Bound { .difference(a, b) }
  public static func * (a: Bound, b: Bound) -> Bound { .product(a.factors + b.factors) }
  public static func / (a: Bound, b: Bound) -> Bound { .quotient(a, b) }

  /// Two to the power of `exponent`.
  public static func two(to exponent: Bound) -> Bound { .power(2, exponent) }

  /// The sum of so many terms; of none it is 0, of one the term itself.
  public static func sum(of terms: [Bound]) -> Bound { terms.isEmpty ? 0 : terms.count == 1 ? terms[0] : .sum(terms) }

  /// The terms of a sum; anything else is its own only term.
  public var terms: [Bound] { if case .sum(let terms) = self { terms } else { [self] } }
  var factors: [Bound] { if case .product(let factors) = self { factors } else { [self] } }

  /// What it consists of, a definition's formula included.
  var parts: [Bound] {
    switch self {
    case .number, .symbol: []
    case .sum(let parts), .product(let parts): parts
    case .difference(let a, let b), .quotient(let a, let b), .power(let a, let b), .birthday(let a, let b): [a, b]
    case .defined(_, let part), .paid(let part, by: _): [part]
    }
  }

  /// Whether a symbol stands in it, or in what defines another.
  public func names(_ symbol: String) -> Bool {
    switch self {
    case .symbol(symbol), .defined(symbol, _): true
    default: parts.contains { $0.names(symbol) }
    }
  }

  /// The symbols that no formula here defines.
  public var symbols: Set<String> {
    if case .symbol(let name) = self { [name] } else { parts.reduce(into: []) { $0.formUnion($1.symbols) } }
  }
}
