public import Coins
public import GameKit
public import Games

/// Takes the handle of the given element for its exponent: nothing where handles say no more than which elements are equal.
public struct ReadHandles: Adversary {
  public typealias Query = GenericQuery
  public typealias Answer = GenericAnswer

  public init() {}

  /// Says "right" when the exponent is not accepted.
  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let generator = try oracle.element(.generator), given = try oracle.element(.given)
    guard given != generator, oracle.budget[.submit] > 0 else { return given != generator }
    return try oracle.ask(.submit(given)) == .rejected
  }
}
