// Claim to be broken: an adversary that knows the hash key submits two different points with one digest.
// Source: EasyCrypt, CRHash, module CR.
public import Coins
public import GameKit

/// Collision resistance.
public struct HashCollision<P: PointHash>: WinnableGame {
  let function: P
  private var coins = Coins.beforeTheFirstTrial
  public private(set) var isWon = false

  public init(_ function: P) { self.function = function }

  public mutating func restart(coins: Coins) {
    self.coins = coins
    isWon = false
  }

  public mutating func answer(_ query: CollisionQuery<P>) -> CollisionAnswer<P> {
    switch query {
    case .collision(let first, let second):
      if first != second, function.digest(first, coins: coins) == function.digest(second, coins: coins) { isWon = true }
      return .noted
    case .evaluate(let point): return .digest(function.digest(point, coins: coins))
    }
  }
}
