public import Coins
public import GameKit
public import Records

/// Two worlds that differ by a primitive's advantage. Their answers differ from the first query on, so there is nothing to check trial
/// by trial: only the adversary's bits count. Worlds that share their coins narrow the interval.
public struct AssumptionExperiment<Left: Game, Right: Game, A: Adversary>: Experiment
where Left.Query == Right.Query, Left.Answer == Right.Answer, A.Query == Left.Query, A.Answer == Left.Answer {
  let makeLeft: @Sendable () -> Left
  let makeRight: @Sendable () -> Right
  let adversary: A
  let budget: Budget<Left.Query.Kind>
  let coupling: Coupling

  public init(
    left: @escaping @Sendable () -> Left, right: @escaping @Sendable () -> Right, adversary: A, budget: Budget<Left.Query.Kind>,
    coupling: Coupling = .coupled
  ) {
    (makeLeft, makeRight, self.adversary, self.budget, self.coupling) = (left, right, adversary, budget, coupling)
  }

  public var measure: Measure { .independentWorlds }

  public func run(_ trials: Range<UInt64>, source: CoinSource, order: WorldOrder) -> Tally {
    var (left, right) = (SingleOracle(makeLeft(), budget: budget), SingleOracle(makeRight(), budget: budget))
    let rightSource = source.right(coupling)
    var tally = Tally()
    for trial in trials { tally.countBits(of: adversary, &left, source, &right, rightSource, trial, order) }
    return tally
  }

  public func replay(trial: UInt64, source: CoinSource) -> TrialRecord {
    let tape = RecordedTape()
    let left = RecordedPlay(makeLeft(), adversary, budget: budget, trial: trial, source: source, tape: tape)
    let right = RecordedPlay(
      makeRight(), adversary, budget: budget, trial: trial, source: source.right(coupling), tape: tape)
    return TrialRecord(
      trial: trial, worlds: ["left", "right"], steps: TrialRecord.Step.sideBySide(left, right),
      endings: [left.ending.words, right.ending.words], badAt: nil, violation: nil, coins: tape.records)
  }
}
