@_spi(Harness) public import Coins
@_spi(Harness) public import GameKit

/// What chances are added up in: the world in which moves are made, and the other one, where there are two.
public protocol ChanceWorlds<Left>: Sendable {
  associatedtype Left: Game

  /// Whether a trial without a cause must end alike in both worlds. Where only a theorem says so, and only of probabilities, what
  /// differs without a cause is counted, not forced: the counts stand beside the chances.
  static var agreesWithoutCause: Bool { get }
  /// Whether a trial without the bad event must end alike in both worlds: the claim of a hop.
  static var isIdenticalUntilBad: Bool { get }
  var left: Left { get }
  /// The bad event; or the win.
  func isBad(_ left: borrowing Left) -> Bool
  /// Plays a trial in the other world, on the challenger's and the adversary's coins; nil where there is none.
  func other<A: Adversary<Left.Query, Left.Answer>>(_ adversary: A, _ budget: Budget<Left.Query.Kind>)
    -> ((Coins, Coins) -> Ending)?
}

extension ChanceWorlds {
  public static var agreesWithoutCause: Bool { true }
  public static var isIdenticalUntilBad: Bool { false }
}

/// The two worlds of a hop that is identical until a cause.
public struct HopWorlds<H: Hop>: ChanceWorlds {
  let hop: H
  private let isUnflagged: Bool

  /// - Parameter isUnflagged: the planted hop that claims that the bad event never occurs (`UnflaggedHop`).
  public init(_ hop: H, isUnflagged: Bool = false) { (self.hop, self.isUnflagged) = (hop, isUnflagged) }

  public static var isIdenticalUntilBad: Bool { true }
  public var left: H.Left { hop.left }
  public func isBad(_ left: borrowing H.Left) -> Bool { isUnflagged ? false : hop.isBad(left) }
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

/// Two worlds of which only the adversary's bits are compared.
public struct PairWorlds<Left: Game, Right: Game<Left.Query, Left.Answer>>: ChanceWorlds {
  let makeLeft: @Sendable () -> Left
  let makeRight: @Sendable () -> Right
  public init(left: @escaping @Sendable () -> Left, right: @escaping @Sendable () -> Right) {
    (makeLeft, makeRight) = (left, right)
  }

  public static var agreesWithoutCause: Bool { false }
  public var left: Left { makeLeft() }
  public func isBad(_ left: borrowing Left) -> Bool { false }
  public func other<A: Adversary<Left.Query, Left.Answer>>(_ adversary: A, _ budget: Budget<Left.Query.Kind>)
    -> ((Coins, Coins) -> Ending)?
  {
    var right = SingleOracle(makeRight(), budget: budget)
    return { challenger, coins in
      right.restart(coins: challenger)
      return Ending(adversary, &right, coins)
    }
  }
}
