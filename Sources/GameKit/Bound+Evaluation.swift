internal import Foundation

extension Bound {
  /// The value under `assignment`, capped by nothing; nil when a symbol has no value, as an assumed ε has none.
  public func value(_ assignment: [String: Double]) -> Double? {
    switch self {
    case .number(let number): number
    case .symbol(let name): assignment[name]
    case .sum(let terms): terms.reduce(0) { total, term in total.flatMap { sum in term.value(assignment).map { sum + $0 } } }
    case .product(let factors):
      factors.reduce(1) { total, factor in total.flatMap { product in factor.value(assignment).map { product * $0 } } }
    case .quotient(let a, let b): a.value(assignment).flatMap { top in b.value(assignment).map { top / $0 } }
    case .power(let base, let exponent):
      base.value(assignment).flatMap { base in exponent.value(assignment).map { pow(base, $0) } }
    case .birthday(let count, let bits):
      count.value(assignment).flatMap { count in bits.value(assignment).map { Self.birthday(count, bits: $0) } }
    case .defined(let name, let formula): assignment[name] ?? formula.value(assignment)
    case .paid(let term, by: _): term.value(assignment)
    }
  }

  /// Summed in logarithms, so that a tiny probability keeps its digits; beyond a million values by the integral of the sum, whose relative
  /// error is below 10⁻⁶ there.
  private static func birthday(_ count: Double, bits: Double) -> Double {
    let size = pow(2, bits)
    guard count <= size else { return 1 }
    guard count <= 1e6 else { return -expm1(-count * (count - 1) / (2 * size)) }
    return -expm1((0..<Int(count)).reduce(0) { $0 + log1p(-Double($1) / size) })
  }
}
