public import Coins
internal import Statistics
@_spi(Harness) public import GameKit

/// A hop that is identical until bad, together with the reduction that turns the bad event into a win against a primitive.
public struct HopExperiment<H: Hop, Target: WinnableGame, A: Adversary, B: Adversary>: Experiment
where A.Query == H.Query, A.Answer == H.Answer, B.Query == Target.Query, B.Answer == Target.Answer {
  let worlds: DistinguishingExperiment<H, A>
  let target: WinningExperiment<Target, B>
  let agreement: ReductionAgreement

  /// The reduction as an adversary, with coins of its own.
  public init<R: Reduction>(
    _ hop: H, budget: Budget<H.Query.Kind>, adversary: A,
    reduction: R, to target: @escaping @Sendable () -> Target, targetBudget: Budget<Target.Query.Kind>,
    agreement: ReductionAgreement, coupling: Coupling = .coupled
  ) where R.Source.Query == H.Query, R.Source.Answer == H.Answer, R.Target == Target, B == Reduced<R, A> {
    worlds = DistinguishingExperiment(hop, adversary: adversary, budget: budget, coupling: coupling)
    self.target = WinningExperiment(target, adversary: Reduced(reduction, of: adversary), budget: targetBudget)
    self.agreement = agreement
  }

  /// The reduction as a simulation around the primitive's game, all on the left world's coins: it wins in exactly the trials of
  /// the bad event.
  public init(
    _ hop: H, budget: Budget<H.Query.Kind>, adversary: A, under simulation: @escaping @Sendable () -> Target,
    coupling: Coupling = .coupled
  ) where B == A {
    worlds = DistinguishingExperiment(hop, adversary: adversary, budget: budget, coupling: coupling)
    target = WinningExperiment(simulation, adversary: adversary, budget: budget)
    agreement = .everyTrial
  }

  public var measure: Measure { worlds.measure }

  public func run(_ trials: Trials, source: CoinSource, order: WorldOrder) -> Tally {
    guard worlds.coupling == .coupled else { return runIndependent(trials, source, order) }
    var lockstep = Lockstep(worlds.hop, adversary: worlds.adversary, budget: worlds.budget, order: order)
    var oracle = target.oracle()
    var tally = Tally()
    for trial in trials {
      let outcome = lockstep.play(trial: trial, source: source)
      count(outcome, target.play(&oracle, trial, source), oracle, trial, &tally)
    }
    return tally
  }

  /// The reduction plays on the left world's coins, so that bad event and win can be compared in every trial still.
  private func runIndependent(_ trials: Trials, _ source: CoinSource, _ order: WorldOrder) -> Tally {
    var (oracle, tally) = (target.oracle(), Tally())
    for trial in trials {
      var worlds = worlds.run(trial..<trial + 1, source: source, order: order)
      let ending = target.play(&oracle, trial, source)
      if worlds.forfeits == 0, case .forfeit(let forfeit) = ending {
        worlds.bits = PairCounts()
        worlds.countForfeit(forfeit)
      }
      worlds.countReduction(worlds.bad > 0, oracle.game.isWon, agreement, trial)
      tally += worlds
    }
    return tally
  }

  @inline(__always)
  func count(
    _ outcome: Lockstep<H, A>.PairedOutcome, _ reducedEnding: Ending, _ oracle: SingleOracle<Target>, _ trial: UInt64,
    _ tally: inout Tally
  ) {
    let isBad = if case .bad = outcome.standing { true } else { false }
    tally.count(outcome, trial, beside: reducedEnding)
    tally.countReduction(isBad, oracle.game.isWon, agreement, trial)
  }
}
