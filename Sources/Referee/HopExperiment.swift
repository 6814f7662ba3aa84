public import Coins
@_spi(Challenger) public import GameKit

/// A hop that is identical until bad, together with the reduction that turns the bad event into a win against a primitive.
public struct HopExperiment<H: Hop, R: Reduction, A: Adversary>: Experiment
where
  A.Query == H.Query, A.Answer == H.Answer, R.Source.Query == H.Query, R.Source.Answer == H.Answer,
  R.Target: WinnableGame
{
  let worlds: DistinguishingExperiment<H, A>
  let target: WinningExperiment<R.Target, Reduced<R, A>>
  let agreement: ReductionAgreement

  public init(
    _ hop: H, budget: Budget<H.Query.Kind>, adversary: A,
    reduction: R, to target: @escaping @Sendable () -> R.Target, targetBudget: Budget<R.Target.Query.Kind>, agreement: ReductionAgreement
  ) {
    worlds = DistinguishingExperiment(hop, adversary: adversary, budget: budget)
    self.target = WinningExperiment(target, adversary: Reduced(reduction, of: adversary), budget: targetBudget)
    self.agreement = agreement
  }

  public var measure: Measure { .coupledWorlds }

  public func run(_ trials: Range<UInt64>, source: CoinSource) -> Tally {
    var lockstep = Lockstep(worlds.hop, adversary: worlds.adversary, budget: worlds.budget)
    var oracle = target.oracle()
    var tally = Tally()
    for trial in trials {
      let outcome = lockstep.play(trial: trial, source: source)
      count(outcome, target.play(&oracle, trial, source), oracle, trial, &tally)
    }
    return tally
  }

  @inline(__always)
  func count(
    _ outcome: Lockstep<H, A>.PairedOutcome, _ reducedEnding: Ending, _ oracle: SingleOracle<R.Target>, _ trial: UInt64,
    _ tally: inout Tally
  ) {
    let isBad = if case .bad = outcome.standing { true } else { false }
    tally.count(outcome, trial, beside: reducedEnding)
    tally.countReduction(isBad, oracle.game.isWon, agreement, trial)
  }
}
