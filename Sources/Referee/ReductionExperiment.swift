public import Coins
@_spi(Harness) public import GameKit
public import Records

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
  public var allowance: Allowance { source.allowance }

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
    let hasFailed = ending.failure != nil || reducedEnding.failure != nil
    tally.countReduction(places: first.game.placesWon, second.game.isWon, agreement, trial, hasFailed: hasFailed)
    tally.work.count(second.budget, of: target.budget, trial)
  }
}

extension Tally {
  @inline(__always)
  /// - Parameters:
  ///   - places: at how many places the event occurred that the reduction is made of.
  ///   - hasFailed: whether the adversary failed in either play, so that they may differ.
  mutating func countReduction(
    places: Int, _ won: Bool, _ agreement: ReductionAgreement, _ trial: UInt64, hasFailed: Bool
  ) {
    let hasOccurred = places > 0
    reduction.count(hasOccurred, won)
    if places > 1 { several[Places(places, isReductionWon: won), default: 0] += 1 }
    if agreement == .everyTrial, hasOccurred != won, !hasFailed { countViolation(.reductionDisagrees, trial) }
  }
}
