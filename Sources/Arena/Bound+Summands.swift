internal import GameKit

extension Bound {
  /// What is added up in it, with factors before a sum multiplied in.
  var summands: [Bound] {
    switch self {
    case .sum(let parts): return parts.flatMap(\.summands)
    case .paid(let term, let hop): return term.summands.map { .paid($0, by: hop) }
    case .product(let factors):
      return factors.reduce([Bound.number(1)]) { products, factor in
        products.flatMap { product in factor.summands.map { product * $0 } }
      }
    default: return [self]
    }
  }
}
