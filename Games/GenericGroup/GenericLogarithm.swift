// Claim: in a group whose elements are seen by handles alone, nobody finds a logarithm but by making two elements equal: the
// group is one of formal expressions until that happens, or until the exponent is guessed; the bound stands in the facts below.
// Source: Shoup, Lower bounds for discrete logarithms and related problems (1997), theorem 1; the game in two worlds [ours].
public import Coins
public import GameKit
public import Primitives
internal import Records

/// The hop that a logarithm is paid by in a generic group: identical until two expressions for one element.
public struct GenericLogarithm: Hop {
  public typealias Query = GenericQuery
  public typealias Answer = GenericAnswer
  let group: GenericGroup
  let leaks: Bool

  /// - Parameter leaks: a planted defect: the handle of an element is its exponent.
  public init(group: GenericGroup, leaks: Bool = false) { (self.group, self.leaks) = (group, leaks) }

  public var left: Elements { Elements(group: group, isFormal: false, leaks: leaks) }
  public var right: Elements { Elements(group: group, isFormal: true, leaks: leaks) }

  public func isBad(_ left: borrowing Elements) -> Bool { left.isFound }

  public func relation(_ left: borrowing Elements, _ right: borrowing Elements) -> Relation {
    left.expressions.agrees(with: right.expressions) ? .holds : .broken("elements that were seen")
  }

  /// The draw of the sealed exponent.
  static let label = Label("log")

  /// Left two elements are equal if their exponents are; right if their expressions are, so that nothing depends on x.
  public struct Elements: Game {
    let group: GenericGroup
    let isFormal: Bool
    let leaks: Bool
    private var exponent: UInt64 = 1
    /// Of the elements that were seen, in this order, each as it was seen first.
    private(set) var expressions = AppendLog<GenericGroup.Expression>()
    private var values = AppendLog<UInt64>()
    private var handles = AppendLog<UInt64>()
    private(set) var isFound = false

    init(group: GenericGroup, isFormal: Bool, leaks: Bool) { (self.group, self.isFormal, self.leaks) = (group, isFormal, leaks) }

    public mutating func restart(coins: Coins) {
      exponent = group.exponent(for: GenericLogarithm.label, coins: coins)
      expressions.removeAll()
      values.removeAll()
      handles.removeAll()
      isFound = false
    }

    public mutating func answer(_ query: GenericQuery) -> GenericAnswer {
      switch query {
      case .generator: return .element(handle(of: .generator))
      case .given: return .element(handle(of: .sealed))
      case .multiply(let first, let second): return combine(first, second, group.product)
      case .divide(let element, by: let divisor): return combine(element, divisor, group.quotient)
      case .submit(let guess):
        guard guess == exponent else { return .rejected }
        isFound = true
        return isFormal ? .rejected : .accepted
      }
    }

    private mutating func combine(
      _ first: UInt64, _ second: UInt64,
      _ operation: (GenericGroup.Expression, GenericGroup.Expression) -> GenericGroup.Expression
    ) -> GenericAnswer {
      guard let first = handles.firstIndex(of: first), let second = handles.firstIndex(of: second) else { return .unknown }
      return .element(handle(of: operation(expressions.elements[first], expressions.elements[second])))
    }

    private mutating func handle(of expression: GenericGroup.Expression) -> UInt64 {
      let value = group.value(of: expression, at: exponent)
      if let seen = isFormal ? expressions.firstIndex(of: expression) : values.firstIndex(of: value) {
        if expressions.elements[seen] != expression { isFound = true }
        return handles.elements[seen]
      }
      let handle = leaks ? value : UInt64(handles.count)
      expressions.append(expression)
      values.append(value)
      handles.append(handle)
      return handle
    }
  }
}

extension HopFacts {
  public static let genericLogarithm = HopFacts(
    "generic-logarithm", "a generic group, or one of formal expressions",
    claim: """
      The adversary is given g and g^x, multiplies and divides, and is told which elements are equal: every element that it \
      makes is g^(a + b·x) for a and b that it knows. Right, two are equal only if a and b are, and no exponent is accepted. Two \
      different expressions have one value for one x at most; x is one of p − 1 ≥ 2^groupBits, where the order p is the least \
      such prime; and there are q_group + 2 expressions:
          |Pr[A = 1 right] − Pr[A = 1 left]| ≤ Pr[two expressions for one element, or x is submitted]
                                             ≤ ((q_group + 2)·(q_group + 1)/2 + q_log)/2^groupBits
      """,
    badEvent: "logarithm found",
    bound: pairs / .two(to: "groupBits" + 1) + "q_log" / .two(to: "groupBits"),
    source: "Shoup 1997, theorem 1; in two worlds [ours]")

  /// Twice the number of pairs of expressions.
  private static let pairs: Bound = .product(["q_group" + 2, "q_group" + 1])
}
