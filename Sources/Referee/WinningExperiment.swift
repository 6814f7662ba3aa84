public import Coins
@_spi(Harness) public import GameKit
public import Records

/// A game that is won or lost, against one adversary.
public struct WinningExperiment<G: WinnableGame, A: Adversary>: Experiment
where A.Query == G.Query, A.Answer == G.Answer {
  /// Makes the game, before its first trial.
  let makeGame: @Sendable () -> G
  let adversary: A
  let budget: Budget<G.Query.Kind>

  public init(_ game: @escaping @Sendable () -> G, adversary: A, budget: Budget<G.Query.Kind>) {
    (makeGame, self.adversary, self.budget) = (game, adversary, budget)
  }

  public var measure: Measure { .winning }
  public var allowance: Allowance { budget.allowance }

  /// There is one world, and so no order.
  public func run(_ trials: Trials, source: CoinSource, order: WorldOrder) -> Tally {
    var oracle = oracle()
    var tally = Tally()
    for trial in trials { count(play(&oracle, trial, source), oracle, trial, &tally) }
    return tally
  }

  @inline(__always)
  func count(_ ending: Ending, _ oracle: SingleOracle<G>, _ trial: UInt64, _ tally: inout Tally) {
    tally.trials += 1
    if case .forfeit(let forfeit) = ending { tally.countForfeit(forfeit) }
    if oracle.game.isWon { tally.countBad(trial) }
  }

  func oracle() -> SingleOracle<G> { SingleOracle(makeGame(), budget: budget) }

  @inline(__always)
  func play(
    _ oracle: inout SingleOracle<G>, _ trial: UInt64, _ source: CoinSource, tape: (any CoinTape)? = nil
  ) -> Ending {
    oracle.play(adversary, trial, source, tape: tape)
  }
}
