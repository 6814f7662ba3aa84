public import Coins
public import GameKit
public import Records

/// Two worlds that differ by a primitive's advantage, beside the same two as a simulation around that primitive's game: the
/// adversary has to say the same in both pairs, trial by trial, so that its advantage *is* the reduction's.
public struct AssumptionReductionExperiment<Left: Game, Right: Game, SimulatedLeft: Game, SimulatedRight: Game, A: Adversary>:
  Experiment
where
  A.Query == Left.Query, A.Answer == Left.Answer, Right.Query == Left.Query, Right.Answer == Left.Answer,
  SimulatedLeft.Query == Left.Query, SimulatedLeft.Answer == Left.Answer, SimulatedRight.Query == Left.Query,
  SimulatedRight.Answer == Left.Answer
{
  let worlds: AssumptionExperiment<Left, Right, A>
  let simulated: AssumptionExperiment<SimulatedLeft, SimulatedRight, A>

  public init(
    _ worlds: AssumptionExperiment<Left, Right, A>, under simulated: AssumptionExperiment<SimulatedLeft, SimulatedRight, A>
  ) {
    (self.worlds, self.simulated) = (worlds, simulated)
  }

  public var measure: Measure { worlds.measure }
  public var allowance: Allowance { worlds.allowance }
  public var playsAgain: Bool { true }

  public func run(_ trials: Trials, source: CoinSource, order: WorldOrder) -> Tally {
    var (pair, simulatedPair) = (worlds.oracles(), simulated.oracles())
    var tally = Tally()
    for trial in trials {
      var (here, there) = (Tally(), Tally())
      worlds.count(&here, &pair, trial, source, order)
      simulated.count(&there, &simulatedPair, trial, source, order)
      if here.forfeits == 0, let failure = there.firstForfeit?.failure { here = Tally(forfeiting: failure) }
      let isCompared = here.firstForfeit?.failure == nil
      here.reduction.count(here.bits.differ > 0, isCompared && there.bits.differ > 0)
      if isCompared, here.bits != there.bits { here.countViolation(.reductionDisagrees, trial) }
      tally += here
    }
    return tally
  }

  public func trials(on tape: any CoinTape) -> () -> Tally { worlds.trials(on: tape) }
  public func worlds(on tape: any CoinTape) -> [() -> WorldPlay] { worlds.worlds(on: tape) }

  public func replay(trial: UInt64, source: CoinSource, mostSteps: Int) -> TrialRecord {
    var (record, hasFailed) = worlds.replayed(trial, source, mostSteps)
    let (simulated, simulatedFailed) = simulated.replayed(trial, source, 0)
    record.violation =
      hasFailed || simulatedFailed || record.endings == simulated.endings ? nil : Violation.reductionDisagrees.description
    record.worlds += simulated.worlds.map { "\($0), simulated" }
    record.endings += simulated.endings
    return record
  }
}
