public import Coins
public import Records

extension Referee {
  /// What a run has shown of chances, and why it ended.
  public struct ChanceOutcome: Sendable {
    public let tally: ChanceTally
    public let judgement: ChanceJudgement
    public let stopped: StopReason
    public let elapsed: Duration

    public init(tally: ChanceTally, judgement: ChanceJudgement, stopped: StopReason, elapsed: Duration) {
      (self.tally, self.judgement, self.stopped, self.elapsed) = (tally, judgement, stopped, elapsed)
    }
  }

  /// Adds up the chances of trials 0, 1, 2, … until the rule says stop.
  /// - Parameter progress: called after each committed block; returns false to interrupt.
  public func run(
    chances: @escaping @Sendable (Trials, CoinSource) -> ChanceTally, measure: Measure, bound: Double?, rule: StoppingRule,
    blockSize: UInt64, progress: @Sendable (Progress) -> Bool = { _ in true }
  ) async -> ChanceOutcome {
    let clock = ContinuousClock()
    let start = clock.now
    let source = source
    var tally = chances(Trials(0..<0), source)
    var stopped: StopReason?
    await deal(rule.trials, sizes: rule.sizes(upTo: blockSize), { chances(Trials($0), source) }, adding: +=) { block in
      tally += block
      let elapsed = clock.now - start
      if !progress(Progress(tally: Tally(), chances: tally, elapsed: elapsed)) {
        stopped = .interrupted
      } else {
        stopped = rule.reason(after: tally.trials, elapsed) {
          let judgement = judge.judge(tally, measure: measure, bound: bound)
          return (judgement.advantage, judgement.verdict)
        }
      }
      return stopped == nil
    }
    return ChanceOutcome(
      tally: tally, judgement: judge.judge(tally, measure: measure, bound: bound), stopped: stopped ?? .trialsPlayed,
      elapsed: clock.now - start)
  }
}
