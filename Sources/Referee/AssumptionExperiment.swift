public import Coins
public import GameKit
public import Records

/// Two worlds that differ by a primitive's advantage. Their answers differ from the first query on, so there is nothing to check trial
/// by trial: only the adversary's bits count. The worlds share their coins, which narrows the interval.
public struct AssumptionExperiment<Left: Game, Right: Game, A: Adversary>: Experiment
where Left.Query == Right.Query, Left.Answer == Right.Answer, A.Query == Left.Query, A.Answer == Left.Answer {
  let makeLeft: @Sendable () -> Left
  let makeRight: @Sendable () -> Right
  let adversary: A
  let budget: Budget<Left.Query.Kind>

  public init(
    left: @escaping @Sendable () -> Left, right: @escaping @Sendable () -> Right, adversary: A, budget: Budget<Left.Query.Kind>
  ) {
    (makeLeft, makeRight, self.adversary, self.budget) = (left, right, adversary, budget)
  }

  public var measure: Measure { .independentWorlds }

  public func run(_ trials: Range<UInt64>, source: CoinSource) -> Tally {
    var (left, right) = (SingleOracle(makeLeft(), budget: budget), SingleOracle(makeRight(), budget: budget))
    var tally = Tally()
    for trial in trials { play(&left, &right, trial, source, &tally) }
    return tally
  }

  public func replay(trial: UInt64, source: CoinSource) -> TrialRecord {
    let tape = RecordedTape()
    let left = RecordedPlay(makeLeft(), adversary, budget: budget, trial: trial, source: source, tape: tape)
    let right = RecordedPlay(makeRight(), adversary, budget: budget, trial: trial, source: source, tape: tape)
    return TrialRecord(
      trial: trial, worlds: ["left", "right"], steps: TrialRecord.Step.sideBySide(left, right),
      endings: [left.ending.words, right.ending.words], badAt: nil, violation: nil, coins: tape.records)
  }

  @inline(__always)
  func play(
    _ left: inout SingleOracle<Left>, _ right: inout SingleOracle<Right>, _ trial: UInt64, _ source: CoinSource,
    _ tally: inout Tally, tape: (any CoinTape)? = nil
  ) {
    let challenger = source.coins(trial: trial, role: .challenger, tape: tape)
    let coins = source.coins(trial: trial, role: .adversary, tape: tape)
    left.restart(coins: challenger)
    let leftEnding = Ending(adversary, &left, coins)
    right.restart(coins: challenger)
    tally.trials += 1
    tally.count(leftEnding, Ending(adversary, &right, coins))
  }
}
