public import Coins

/// A simulation together with the game that it asks: a game for whoever sits outside. Both parts draw from the same coins.
public struct SimulatedGame<S: Simulation>: Game {
  public private(set) var simulation: S
  private var oracle: FreeOracle<S.Inner>

  public init(_ simulation: S, of inner: S.Inner) {
    (self.simulation, oracle) = (simulation, FreeOracle(game: inner))
  }

  public var inner: S.Inner { oracle.game }
  /// What is left of the inner game's unlimited budget: it counts what the simulation has asked in this trial.
  public var innerBudget: Budget<S.Inner.Query.Kind> { oracle.budget }

  public mutating func restart(coins: Coins) {
    simulation.restart(coins: coins)
    oracle.restart(coins: coins)
  }

  public mutating func answer(_ query: S.Query) -> S.Answer {
    do throws(Forfeit) {
      return try simulation.answer(query, asking: &oracle)
    } catch {
      preconditionFailure("a simulation throws what its oracle throws, and this one does so after 2³² queries: \(error)")
    }
  }
}

extension SimulatedGame: WinnableGame where S.Inner: WinnableGame {
  public var isWon: Bool { oracle.game.isWon }
}

/// A game that refuses nobody and counts what it is asked: what a simulation asks, or an adversary that plans on a copy of the
/// game.
public struct FreeOracle<G: Game>: Oracle {
  var game: G
  public private(set) var budget = Budget<G.Query.Kind>.unlimited

  public init(game: G) { self.game = game }

  mutating func restart(coins: Coins) {
    game.restart(coins: coins)
    budget = .unlimited
  }

  public mutating func ask(_ query: G.Query) throws(Forfeit) -> G.Answer {
    try budget.charge(query.kind)
    return game.answer(query)
  }
}
