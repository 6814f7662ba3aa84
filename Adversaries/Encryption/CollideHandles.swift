public import Coins
public import GameKit
public import Games
public import Primitives

/// A chain of elements of a generic group, each the product of the one before and of that three before: any two equal ones give
/// the exponent.
///
/// Of the pairs of 64 products and the two elements at the start five in six have a root of their own, and of longer chains
/// nearly all: then it is all that the bound allows.
public struct CollideHandles: Adversary {
  public typealias Query = GenericQuery
  public typealias Answer = GenericAnswer
  private let group: GenericGroup

  public init(group: GenericGroup) { self.group = group }

  /// Says "right" when no two elements were equal.
  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    var chain: [(handle: UInt64, expression: GenericGroup.Expression)] = []
    var first: [UInt64: GenericGroup.Expression] = [:]
    /// The exponent, if this element is one that was seen under another expression.
    func enter(_ handle: UInt64, _ expression: GenericGroup.Expression) -> UInt64? {
      chain.append((handle, expression))
      if let other = first[handle], other != expression { return group.root(other, expression) }
      first[handle] = expression
      return nil
    }
    var found = enter(try oracle.element(.generator), .generator)
    found = enter(try oracle.element(.given), .sealed) ?? found
    while found == nil, oracle.budget[.operation] > 0 {
      let (last, other) = (chain[chain.count - 1], chain[max(0, chain.count - 3)])
      found = enter(
        try oracle.element(.multiply(last.handle, other.handle)), group.product(last.expression, other.expression))
    }
    if let found, oracle.budget[.submit] > 0 { _ = try oracle.ask(.submit(found)) }
    return found == nil
  }
}
