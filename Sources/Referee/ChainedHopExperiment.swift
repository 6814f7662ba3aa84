public import Coins
@_spi(Harness) public import GameKit
public import Records

/// A hop that is identical until bad with two reductions in a row: the first alone, which wins in exactly the trials of the bad
/// event, and both, of which the second plants its challenge.
public struct ChainedHopExperiment<H: Hop, S: Simulation, A: Adversary, R: Reduction>: Experiment
where
  A.Query == H.Query, A.Answer == H.Answer, S.Query == H.Query, S.Answer == H.Answer, S.Inner: WinnableGame,
  R.Source.Query == H.Query, R.Source.Answer == H.Answer, R.Target: WinnableGame
{
  let first: WinningExperiment<SimulatedGame<S>, A>
  let both: HopExperiment<H, R.Target, A, Reduced<R, A>>

  public init(
    _ both: HopExperiment<H, R.Target, A, Reduced<R, A>>, under simulation: @escaping @Sendable () -> SimulatedGame<S>
  ) {
    self.both = both
    first = WinningExperiment(simulation, adversary: both.worlds.adversary, budget: both.worlds.budget)
  }

  public var measure: Measure { both.measure }
  public var allowance: Allowance { both.allowance }

  /// On unrelated coins the two ends alone are played.
  public func run(_ trials: Trials, source: CoinSource, order: WorldOrder) -> Tally {
    guard both.worlds.coupling == .coupled else { return both.run(trials, source: source, order: order) }
    var lockstep = Lockstep(both.worlds.hop, adversary: both.worlds.adversary, budget: both.worlds.budget, order: order)
    var (middle, end, tally) = (first.oracle(), both.target.oracle(), Tally())
    let full = Budget<S.Inner.Query.Kind>.unlimited
    tally.links = [Tally.Link(), Tally.Link()]
    for trial in trials {
      let outcome = lockstep.play(trial: trial, source: source)
      let ending = first.play(&middle, trial, source)
      let last = both.target.play(&end, trial, source)
      both.count(outcome, ending.failure == nil ? last : ending, lockstep.badPlaces, end, trial, &tally)
      let isBad = if case .bad = outcome.standing { true } else { false }
      let isWon = middle.game.isWon
      tally.links[0].work.count(middle.game.innerBudget, of: full, trial)
      tally.links[1].pairs.count(isWon, end.game.isWon)
      // What differs where the adversary failed is its failure's doing.
      if isBad != isWon, outcome.failure != nil || ending.failure != nil { continue }
      tally.links[0].pairs.count(isBad, isWon)
      if isBad != isWon { tally.countViolation(.linkBroken(1), trial) }
    }
    return tally
  }

  public func trials(on tape: any CoinTape) -> () -> Tally { both.trials(on: tape) }
  public func worlds(on tape: any CoinTape) -> [() -> WorldPlay] { both.worlds(on: tape) }

  public func replay(trial: UInt64, source: CoinSource, mostSteps: Int) -> TrialRecord {
    both.replay(trial: trial, source: source, mostSteps: mostSteps)
  }
}
