public import Coins
@_spi(Harness) public import GameKit
public import Records

/// Two worlds that differ by a primitive's advantage. Their answers differ from the first query on, so there is nothing to check
/// trial by trial: only the adversary's bits count. Worlds that share their coins narrow the interval.
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
  public var allowance: Allowance { budget.allowance }

  public func run(_ trials: Trials, source: CoinSource, order: WorldOrder) -> Tally {
    var pair = oracles()
    var tally = Tally()
    for trial in trials { count(&tally, &pair, trial, source, order) }
    return tally
  }

  func oracles() -> (left: SingleOracle<Left>, right: SingleOracle<Right>) {
    (SingleOracle(makeLeft(), budget: budget), SingleOracle(makeRight(), budget: budget))
  }

  @inline(__always)
  func count(
    _ tally: inout Tally, _ pair: inout (left: SingleOracle<Left>, right: SingleOracle<Right>), _ trial: UInt64,
    _ source: CoinSource,
    _ order: WorldOrder
  ) {
    let before = tally.bits.differ
    tally.countBits(of: adversary, &pair.left, source, &pair.right, source.right(coupling), trial, order)
    if tally.bits.differ > before { tally.credit(pair.left.credited) }
  }

  public func replay(trial: UInt64, source: CoinSource, mostSteps: Int) -> TrialRecord {
    replayed(trial, source, mostSteps).record
  }

  /// - Returns: also whether the adversary failed in one of the worlds.
  func replayed(_ trial: UInt64, _ source: CoinSource, _ mostSteps: Int) -> (record: TrialRecord, hasFailed: Bool) {
    let tape = RecordedTape(mostSteps: mostSteps)
    let left = RecordedPlay(makeLeft(), adversary, budget: budget, trial: trial, source: source, tape: tape, mostSteps: mostSteps)
    let right = RecordedPlay(
      makeRight(), adversary, budget: budget, trial: trial, source: source.right(coupling), tape: tape, mostSteps: mostSteps)
    let record = TrialRecord(
      trial: trial, worlds: ["left", "right"], steps: TrialRecord.Step.sideBySide(left, right),
      allSteps: max(left.count, right.count),
      endings: [left.ending.words, right.ending.words], badAt: nil, violation: nil, coins: tape.records, areCoinsCut: tape.isFull)
    return (record, left.ending.failure != nil || right.ending.failure != nil)
  }
}
