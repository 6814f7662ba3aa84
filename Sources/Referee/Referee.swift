public import Coins
public import GameKit
public import Records

/// Runs an experiment on all cores and stops by the rule that it was given.
///
/// Trials are dealt in blocks whose sizes the rule fixes, and blocks are committed in the order of their numbers only: what a run
/// concludes does not depend on the number of threads, and a trial cannot be left out because it takes long [ours].
public struct Referee: Sendable {
  public let source: CoinSource
  public let judge: Judge
  /// At most so many blocks are in flight at once.
  public let threads: Int
  public let order: WorldOrder

  public init(source: CoinSource, judge: Judge, threads: Int, order: WorldOrder = .leftFirst) {
    precondition(threads > 0)
    (self.source, self.judge, self.threads, self.order) = (source, judge, threads, order)
  }

  /// What a run has shown so far.
  public struct Progress: Sendable {
    public let tally: Tally
    /// What chances have shown, while they are added up.
    public var chances: ChanceTally?
    public let elapsed: Duration
  }

  /// The counts of a run, and why it ended.
  public struct Outcome: Sendable {
    public let tally: Tally
    public let judgement: Judgement
    public let stopped: StopReason
    public let elapsed: Duration

    public init(tally: Tally, judgement: Judgement, stopped: StopReason, elapsed: Duration) {
      (self.tally, self.judgement, self.stopped, self.elapsed) = (tally, judgement, stopped, elapsed)
    }

    /// What it had shown when it ended.
    public var progress: Progress { Progress(tally: tally, elapsed: elapsed) }
  }

  /// Plays trials 0, 1, 2, … until the rule says stop.
  /// - Parameters:
  ///   - isOpen: whether more trials are needed although the verdict is decided, as for a claim about a reduction.
  ///   - progress: called after each committed block; returns false to interrupt.
  public func run(
    _ experiment: AnyExperiment, bound: Double?, rule: StoppingRule, blockSize: UInt64,
    isOpen: @Sendable (Tally) -> Bool = { _ in false }, progress: @Sendable (Progress) -> Bool = { _ in true }
  ) async -> Outcome {
    let clock = ContinuousClock()
    let start = clock.now
    let (source, order) = (source, order)
    var tally = Tally()
    var stopped: StopReason?
    await deal(rule.trials, sizes: rule.sizes(upTo: blockSize), { experiment.run($0, source: source, order: order) }, adding: +=)
    { block in
      tally += block
      let elapsed = clock.now - start
      if !progress(Progress(tally: tally, elapsed: elapsed)) {
        stopped = .interrupted
      } else {
        stopped = rule.reason(after: tally.trials, elapsed, isOpen: { isOpen(tally) }) {
          let judgement = judge.judge(tally, measure: experiment.measure, bound: bound)
          return (judgement.advantage, judgement.verdict)
        }
      }
      return stopped == nil
    }
    return Outcome(
      tally: tally, judgement: judge.judge(tally, measure: experiment.measure, bound: bound),
      stopped: stopped ?? .trialsPlayed, elapsed: clock.now - start)
  }

  /// Plays trials 0, 1, 2, … `count` − 1 in blocks on all threads, and commits the blocks in order.
  /// - Parameters:
  ///   - sizes: of the first block, doubled from one to the next, and at most.
  ///   - add: adds what later trials showed.
  ///   - commit: returns false to end it.
  func deal<Block: Sendable>(
    _ count: UInt64, sizes: ClosedRange<UInt64>, _ play: @escaping @Sendable (Range<UInt64>) -> Block,
    adding add: @escaping @Sendable (inout Block, Block) -> Void, commit: (Block) -> Bool
  ) async {
    // The first trial by itself: the runtime (6.3.1) completes the types of an experiment that is compiled for all suites when
    // they are first used, and two threads that begin with it at once have been seen to use them incomplete.
    let alone = threads > 1 && count > 0 ? play(0..<1) : nil
    await withTaskGroup(of: (UInt64, Block).self) { group in
      var (next, first, size, committed): (UInt64, UInt64, UInt64, UInt64) = (0, 0, sizes.lowerBound, 0)
      var waiting: [UInt64: Block] = [:]
      var isOpen = true
      func deal() {
        guard first < count else { return }
        let (block, trials) = (next, first..<min(count, first + size))
        group.addTask {
          guard block == 0, var first = alone else { return (block, play(trials)) }
          add(&first, play(1..<trials.upperBound))
          return (block, first)
        }
        (next, first, size) = (next + 1, trials.upperBound, min(sizes.upperBound, 2 * size))
      }
      for _ in 0..<threads { deal() }
      while isOpen, let (block, result) = await group.next() {
        waiting[block] = result
        deal()
        while isOpen, let ready = waiting.removeValue(forKey: committed) {
          committed += 1
          isOpen = commit(ready)
        }
      }
      group.cancelAll()
    }
  }
}
