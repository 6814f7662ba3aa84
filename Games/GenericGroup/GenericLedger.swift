internal import Coins
public import GameKit
public import Primitives

/// The ledger of a generic group: sealed is the exponent x of the element that is given.
///
/// Causes are two elements that are equal for one x only: a new expression meets all earlier ones, and each that it equals for an
/// x that is still possible is a move. Pairs with one root make one move, and a submitted exponent is one.
public struct GenericLedger: Ledger, Sendable {
  public typealias Query = GenericQuery
  public typealias Answer = GenericAnswer
  private let group: GenericGroup
  private var handles = AppendLog<UInt64>()
  private var expressions = AppendLog<GenericGroup.Expression>()

  public init(_ group: GenericGroup) { self.group = group }

  public mutating func restart() {
    handles.removeAll()
    expressions.removeAll()
  }

  public mutating func note(_ query: Query, _ answer: Answer, in account: inout Account) {
    switch (query, answer) {
    case (.generator, .element(let handle)): meet(.generator, handle, in: &account)
    case (.given, .element(let handle)): meet(.sealed, handle, in: &account)
    case (.multiply(let first, let second), .element(let handle)):
      guard let (first, second) = expressions(of: first, second) else { return }
      meet(group.product(first, second), handle, in: &account)
    case (.divide(let element, by: let divisor), .element(let handle)):
      guard let (element, divisor) = expressions(of: element, divisor) else { return }
      meet(group.quotient(element, divisor), handle, in: &account)
    case (.submit(let exponent), _): guess(exponent, answer == .accepted, in: &account)
    default: break
    }
  }

  /// Every pair of elements, and every exponent that is submitted; but no exponent twice.
  public func most(within budget: Budget<Query.Kind>) -> Double {
    let elements = Double(budget[.operation]) + 2
    let guesses = elements * (elements - 1) / 2 + Double(budget[.submit])
    return Self.guesses(Int(min(guesses, Double(group.exponents))), bits: group.bits)
  }

  private mutating func meet(_ expression: GenericGroup.Expression, _ handle: UInt64, in account: inout Account) {
    guard !expressions.contains(expression) else { return }
    let equal = handles.firstIndex(of: handle)
    for (number, other) in expressions.elements.enumerated() {
      if let root = group.root(expression, other) { guess(root, number == equal, in: &account) }
    }
    guard equal == nil else { return }
    handles.append(handle)
    expressions.append(expression)
  }

  private func guess(_ exponent: UInt64, _ succeeds: Bool, in account: inout Account) {
    guard exponent > 0 else { return }
    account.guess(.logarithm, group.coin(for: GenericLogarithm.label), exponent - 1, succeeds: succeeds)
  }

  private mutating func expressions(
    of first: UInt64, _ second: UInt64
  ) -> (first: GenericGroup.Expression, second: GenericGroup.Expression)? {
    guard let first = handles.firstIndex(of: first), let second = handles.firstIndex(of: second) else { return nil }
    return (expressions.elements[first], expressions.elements[second])
  }
}
