public import Coins
@_spi(Harness) public import GameKit

/// A winnable game beside the game to which a reduction leads, both with the same adversary inside.
public struct ReductionExperiment<Source: WinnableGame, R: Reduction, A: Adversary>: Experiment
where
  A.Query == Source.Query, A.Answer == Source.Answer, R.Source.Query == Source.Query, R.Source.Answer == Source.Answer,
  R.Target: WinnableGame
{
  let source: WinningExperiment<Source, A>
  let target: WinningExperiment<R.Target, Reduced<R, A>>
  let agreement: ReductionAgreement

  public init(
    _ game: @escaping @Sendable () -> Source, budget: Budget<Source.Query.Kind>, adversary: A,
    reduction: R, to target: @escaping @Sendable () -> R.Target, targetBudget: Budget<R.Target.Query.Kind>,
    agreement: ReductionAgreement
  ) {
    source = WinningExperiment(game, adversary: adversary, budget: budget)
    self.target = WinningExperiment(target, adversary: Reduced(reduction, of: adversary), budget: targetBudget)
    self.agreement = agreement
  }

  public var measure: Measure { .winning }

  /// Each of the two games has one world, and so no order.
  public func run(_ trials: Trials, source coins: CoinSource, order: WorldOrder) -> Tally {
    var (first, second) = (source.oracle(), target.oracle())
    var tally = Tally()
    for trial in trials {
      let ending = source.play(&first, trial, coins)
      count(ending, target.play(&second, trial, coins), first, second, trial, &tally)
    }
    return tally
  }

  @inline(__always)
  func count(
    _ ending: Ending, _ reducedEnding: Ending, _ first: SingleOracle<Source>, _ second: SingleOracle<R.Target>, _ trial: UInt64,
    _ tally: inout Tally
  ) {
    tally.trials += 1
    tally.count(ending, reducedEnding)
    if first.game.isWon { tally.countBad(trial) }
    tally.countReduction(first.game.isWon, second.game.isWon, agreement, trial)
  }
}

/// How closely a reduction follows the event that it reduces.
public enum ReductionAgreement: Sendable {
  /// It wins in exactly the same trials: checked trial by trial.
  case everyTrial
  /// It wins often enough: an inequality between probabilities, checked by statistics.
  case onAverage
}

extension Tally {
  @inline(__always)
  mutating func countReduction(_ bad: Bool, _ won: Bool, _ agreement: ReductionAgreement, _ trial: UInt64) {
    reduction.count(bad, won)
    if agreement == .everyTrial, bad != won { countViolation(.reductionDisagrees, trial) }
  }
}
