/// A summand of a bound, and who pays it.
public struct Payment: Hashable, Sendable {
  /// As a product, with its number first.
  public let term: Bound
  /// The number in front.
  public var number: Double { if case .number(let number)? = term.factors.first { number } else { 1 } }
  /// The hops that pay it, the one that a reader meets first in front, the one whose assumption it is at the end.
  public let hops: [String]
}

extension Bound {
  /// What is added up in it: factors before a sum are multiplied in, and numbers with each other. What is 0 is left out.
  public var payments: [Payment] {
    summands.filter { $0.number != 0 }.map { summand in
      let factors = (summand.number == 1 && !summand.factors.isEmpty ? [] : [.number(summand.number)]) + summand.factors
      return Payment(term: factors.count == 1 ? factors[0] : .product(factors), hops: summand.hops)
    }
  }

  /// What a hop is paid in it: 0 if nothing.
  public func paid(by hop: String) -> Bound { .sum(of: payments.filter { $0.hops.contains(hop) }.map(\.term)) }

  /// The same with every symbol as `definitions` define it. What is defined here already, by other hops, is written out.
  public func defining(_ definitions: [String: Bound]) -> Bound {
    func all(_ parts: [Bound]) -> [Bound] { parts.map { $0.defining(definitions) } }
    return switch self {
    case .number: self
    case .symbol(let name): definitions[name].map { .defined(name, $0) } ?? self
    case .sum(let terms): .sum(all(terms).flatMap(\.terms))
    case .product(let factors): .product(all(factors))
    case .difference(let a, let b): .difference(a.defining(definitions), b.defining(definitions))
    case .quotient(let a, let b): .quotient(a.defining(definitions), b.defining(definitions))
    case .power(let a, let b): .power(a.defining(definitions), b.defining(definitions))
    case .birthday(let count, let bits): .birthday(count: count.defining(definitions), bits: bits.defining(definitions))
    case .defined(_, let formula): formula.defining(definitions)
    case .paid(let term, let hop): .sum(of: term.defining(definitions).terms.map { .paid($0, by: hop) })
    }
  }

  /// The same sum with the terms that have their last factor in common gathered: q·ε + r·ε is (q + r)·ε.
  public var gathered: Bound {
    var groups: [(last: Bound, cofactors: [[Bound]])] = []
    for factors in payments.map({ $0.term.factors }) {
      let (last, cofactor) = (factors[factors.count - 1], Array(factors.dropLast()))
      if let index = groups.firstIndex(where: { $0.last == last }) {
        groups[index].cofactors.append(cofactor)
      } else {
        groups.append((last, [cofactor]))
      }
    }
    return .sum(
      of: groups.map { last, cofactors in
        if cofactors == [[]] { return last }
        return .sum(of: cofactors.map { $0.isEmpty ? 1 : $0.dropFirst().reduce($0[0], *) }) * last
      })
  }

  private struct Summand {
    var number = 1.0
    var factors: [Bound] = []
    var hops: [String] = []
  }

  private var summands: [Summand] {
    switch self {
    case .number(let number): return [Summand(number: number)]
    case .sum(let parts): return parts.flatMap(\.summands)
    case .difference(let a, let b):
      return a.summands + b.summands.map { Summand(number: -$0.number, factors: $0.factors, hops: $0.hops) }
    case .paid(let term, let hop):
      return term.summands.map { Summand(number: $0.number, factors: $0.factors, hops: [hop] + $0.hops) }
    case .product(let factors):
      return factors.reduce([Summand()]) { products, factor in
        let own = factor.summands
        return products.flatMap { product in
          own.map {
            Summand(number: product.number * $0.number, factors: product.factors + $0.factors, hops: product.hops + $0.hops)
          }
        }
      }
    default: return [Summand(factors: [self])]
    }
  }
}
