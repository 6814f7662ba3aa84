internal import Coins
@_spi(Harness) public import GameKit

/// A game of a chain between its two ends: the upper game, simulated around one that is simulated around a third, which is what
/// is played in truth.
public struct ChainWorld<A: Adversary>: Sendable {
  typealias Play = (A, UInt64, CoinSource, inout Work) -> Ending
  /// Makes the game, before its first trial.
  let begin: @Sendable () -> Play

  public init<Outer: Simulation, Inner: Simulation>(
    budget: Budget<A.Query.Kind>, _ game: @escaping @Sendable () -> SimulatedGame<Outer>
  ) where Outer.Query == A.Query, Outer.Answer == A.Answer, Outer.Inner == SimulatedGame<Inner> {
    begin = {
      var oracle = SingleOracle(game(), budget: budget)
      let full = Budget<Inner.Inner.Query.Kind>.unlimited
      return { adversary, trial, source, work in
        let ending = oracle.play(adversary, trial, source)
        work.count(oracle.game.inner.innerBudget, of: full, trial)
        return ending
      }
    }
  }
}
