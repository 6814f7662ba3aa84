internal import Foundation
internal import Statistics

extension Bound {
  /// The value under `assignment`, capped by nothing; nil when a symbol has no value, as an assumed ε has none.
  public func value(_ assignment: [String: Double]) -> Double? {
    switch self {
    case .number(let number): number
    case .symbol(let name): assignment[name]
    case .sum(let terms): terms.reduce(0) { total, term in total.flatMap { sum in term.value(assignment).map { sum + $0 } } }
    case .product(let factors):
      factors.reduce(1) { total, factor in total.flatMap { product in factor.value(assignment).map { product * $0 } } }
    case .difference(let a, let b): a.value(assignment).flatMap { first in b.value(assignment).map { first - $0 } }
    case .quotient(let a, let b): a.value(assignment).flatMap { top in b.value(assignment).map { top / $0 } }
    case .power(let base, let exponent):
      base.value(assignment).flatMap { base in exponent.value(assignment).map { pow(base, $0) } }
    case .birthday(let count, let bits):
      count.value(assignment).flatMap { count in
        bits.value(assignment).map { ClosedFormula.birthday(bits: Int($0), queries: Int(count)) }
      }
    case .defined(let name, let formula): assignment[name] ?? formula.value(assignment)
    case .paid(let term, by: _): term.value(assignment)
    }
  }
}
