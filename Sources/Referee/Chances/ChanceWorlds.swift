@_spi(Harness) public import Coins
@_spi(Harness) public import GameKit

/// What chances are added up in: the world in which moves are made, and the other one, where there are two.
public protocol ChanceWorlds<Left>: Sendable {
  associatedtype Left: Game

  var left: Left { get }
  /// The bad event; or the win.
  func isBad(_ left: borrowing Left) -> Bool
  /// Plays a trial in the other world, on the challenger's and the adversary's coins; nil where there is none.
  func other<A: Adversary<Left.Query, Left.Answer>>(_ adversary: A, _ budget: Budget<Left.Query.Kind>)
    -> ((Coins, Coins) -> Ending)?
}

/// The two worlds of a hop that is identical until a cause.
public struct HopWorlds<H: Hop>: ChanceWorlds {
  let hop: H
  public init(_ hop: H) { self.hop = hop }

  public var left: H.Left { hop.left }
  public func isBad(_ left: borrowing H.Left) -> Bool { hop.isBad(left) }
  public func other<A: Adversary<H.Left.Query, H.Left.Answer>>(_ adversary: A, _ budget: Budget<H.Left.Query.Kind>)
    -> ((Coins, Coins) -> Ending)?
  {
    var right = SingleOracle(hop.right, budget: budget)
    return { challenger, coins in
      right.restart(coins: challenger)
      return Ending(adversary, &right, coins)
    }
  }
}

/// A game that is won or lost.
public struct WonGame<G: WinnableGame>: ChanceWorlds {
  let make: @Sendable () -> G
  public init(_ make: @escaping @Sendable () -> G) { self.make = make }

  public var left: G { make() }
  public func isBad(_ left: borrowing G) -> Bool { left.isWon }
  public func other<A: Adversary<G.Query, G.Answer>>(_ adversary: A, _ budget: Budget<G.Query.Kind>) -> (
    (Coins, Coins) -> Ending
  )? {
    nil
  }
}
