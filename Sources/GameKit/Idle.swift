public import Coins

/// Asks nothing and answers `false`: the baseline that must have no advantage anywhere.
public struct Idle<Query: GameQuery, Answer>: Adversary {
  public init() {}

  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool { false }
}
