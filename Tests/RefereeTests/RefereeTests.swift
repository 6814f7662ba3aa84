import Coins
import GameKit
import Records
import Referee
import Synchronization
import Testing

/// How the referee deals trials, commits them and stops.
@Suite struct RefereeTests {
  private let source = CoinSource(seed: 11)
  private func referee(threads: Int) -> Referee { Referee(source: source, judge: Judge(alpha: 1e-3), threads: threads) }

  private func run(
    _ experiment: AnyExperiment, threads: Int = 2, bound: Double? = nil, rule: StoppingRule, blockSize: UInt64 = 64,
    progress: @Sendable (Referee.Progress) -> Bool = { _ in true }
  ) async -> Referee.Outcome {
    await referee(threads: threads).run(experiment, bound: bound, rule: rule, blockSize: blockSize, progress: progress)
  }

  // MARK: The same result everywhere

  @Test(arguments: [Coupling.coupled, .independent]) func theNumberOfThreadsChangesNothing(_ coupling: Coupling) async {
    let experiment = AnyExperiment(DistinguishingExperiment(perMille: 30, overdraws: 1, coupling: coupling))
    let one = await run(experiment, threads: 1, rule: StoppingRule(trials: 10_007))
    for threads in [2, 4, 32] {
      let many = await run(experiment, threads: threads, rule: StoppingRule(trials: 10_007))
      #expect(many.tally == one.tally)
      #expect(many.judgement.reason == one.judgement.reason)
    }
    #expect(one.tally.trials == 10_007, "the last block is shorter")
    let other = await Referee(source: CoinSource(seed: 12), judge: Judge(alpha: 1e-3), threads: 1)
      .run(experiment, bound: nil, rule: StoppingRule(trials: 10_007), blockSize: 64)
    #expect(other.tally != one.tally, "another seed, another tally")
  }

  @Test func theNumberOfThreadsDoesNotMoveTheTrialAtWhichARunIsDecided() async {
    let experiment = AnyExperiment(DistinguishingExperiment(perMille: 100))
    let rule = StoppingRule(trials: 1_000_000, whenDecided: true)
    let one = await run(experiment, threads: 1, bound: 0.01, rule: rule)
    #expect(one.stopped == .decided && one.tally.trials < 10_000)
    for threads in [2, 4] {
      let many = await run(experiment, threads: threads, bound: 0.01, rule: rule)
      #expect(many.tally == one.tally)
      #expect(many.stopped == .decided)
    }
  }

  @Test(arguments: [1, 7, 64, 1000, 5000] as [UInt64]) func blocksOfAnySizeAddUpToTheSameTally(_ size: UInt64) async {
    let experiment = AnyExperiment(DistinguishingExperiment(perMille: 30, overdraws: 1))
    let whole = experiment.run(0..<3000, source: source)
    var sum = Tally()
    for start in stride(from: 0, to: 3000, by: Int(size)) {
      sum += experiment.run(UInt64(start)..<min(3000, UInt64(start) + size), source: source)
    }
    #expect(sum == whole)
    #expect(whole.bad > 0 && whole.forfeits > 0 && whole.firstBad != nil)
    #expect(await run(experiment, rule: StoppingRule(trials: 3000), blockSize: size).tally == whole)
  }

  // MARK: Commits in order

  /// The trials that are won take long; whoever counts what is ready first would leave them out.
  @Test func slowTrialsAreNotLeftOut() async {
    let isWon: @Sendable (UInt64) -> Bool = { $0 % 10 == 0 }
    let slow = Scripted.won { number in
      guard isWon(number) else { return false }
      Thread.rest(milliseconds: 3)
      return true
    }
    let stop: @Sendable (Referee.Progress) -> Bool = { $0.tally.trials < 50 }
    let fast = await run(Scripted.won(isWon), threads: 4, rule: StoppingRule(trials: 200), blockSize: 1, progress: stop)
    let late = await run(slow, threads: 4, rule: StoppingRule(trials: 200), blockSize: 1, progress: stop)
    #expect(fast.tally.trials == 50 && fast.tally.bad == 5)
    #expect(late.tally == fast.tally)
    #expect(late.stopped == .interrupted)
  }

  @Test func everyBlockIsCommittedOnceAndInOrder() async {
    let seen = Mutex<[UInt64]>([])
    let slowFirst = Scripted.won { number in
      if number % 16 == 0 { Thread.rest(milliseconds: 2) }
      return number == 33
    }
    let outcome = await run(slowFirst, threads: 4, rule: StoppingRule(trials: 100), blockSize: 8) { progress in
      seen.withLock { $0.append(progress.tally.trials) }
      return true
    }
    #expect(seen.withLock { $0 } == [8, 16, 24, 32, 40, 48, 56, 64, 72, 80, 88, 96, 100])
    #expect(outcome.tally.firstBad == 33)
  }

  // MARK: Stopping rules

  private let rare = Scripted.won { $0 % 100 == 0 }

  @Test func aRunStopsAfterItsTrials() async {
    let outcome = await run(rare, rule: StoppingRule(trials: 1000))
    #expect(outcome.stopped == .trialsPlayed && outcome.tally.trials == 1000)
    #expect(outcome.tally.bad == 10)
  }

  @Test func aRunStopsWhenDecidedOnlyIfItIsAskedTo() async {
    let asked = await run(rare, bound: 0.1, rule: StoppingRule(trials: 5000, whenDecided: true))
    #expect(asked.stopped == .decided && asked.tally.trials < 5000)
    #expect(asked.judgement.verdict.name == "withinBound")
    let unasked = await run(rare, bound: 0.1, rule: StoppingRule(trials: 5000))
    #expect(unasked.stopped == .trialsPlayed && unasked.tally.trials == 5000)
  }

  /// Fewer trials than one block of a whole run decide what is plain.
  @Test func aRunThatMayEndEarlyLooksEarly() async {
    let certain = Scripted.won { _ in true }
    let asked = await run(certain, bound: 0.01, rule: StoppingRule(trials: 100_000, whenDecided: true), blockSize: 8192)
    #expect(asked.stopped == .decided && asked.tally.trials == 64)
    let seen = Mutex<[UInt64]>([])
    _ = await run(rare, bound: 0.01, rule: StoppingRule(trials: 1500, whenDecided: true), blockSize: 400) { progress in
      seen.withLock { $0.append(progress.tally.trials) }
      return true
    }
    #expect(seen.withLock { $0 } == [64, 192, 448, 848, 1248, 1500])
    let unasked = await run(certain, bound: 0.01, rule: StoppingRule(trials: 10_000), blockSize: 8192)
    #expect(unasked.tally.trials == 10_000)
  }

  @Test func aRunStopsWhenTheIntervalIsNarrowEnough() async {
    let outcome = await run(rare, rule: StoppingRule(trials: 1_000_000, width: 0.05))
    let width = outcome.judgement.advantage.upper - outcome.judgement.advantage.lower
    #expect(outcome.stopped == .narrowEnough && width <= 0.05)
    let wide = await run(rare, rule: StoppingRule(trials: outcome.tally.trials - 64, width: 0.05))
    #expect(wide.stopped == .trialsPlayed, "one block earlier it was wider")
  }

  @Test func aRunStopsWhenItsTimeIsUp() async {
    let slow = Scripted.won { _ in
      Thread.rest(milliseconds: 1)
      return false
    }
    let outcome = await run(slow, rule: StoppingRule(trials: 1_000_000, time: .milliseconds(50)), blockSize: 4)
    #expect(outcome.stopped == .timeUp)
    #expect(outcome.elapsed >= .milliseconds(50) && outcome.tally.trials < 10_000)
    #expect(outcome.tally.trials > 0)
  }

  /// However large its blocks are: it begins with small ones.
  @Test func aRunWithoutTimePlaysOneSmallBlock() async {
    let outcome = await run(rare, rule: StoppingRule(trials: 1_000_000, time: .zero), blockSize: 8192)
    #expect(outcome.stopped == .timeUp && outcome.tally.trials == 64)
  }

  @Test func aRunStopsWhenItIsInterruptedAndKeepsWhatItHas() async {
    let outcome = await run(rare, rule: StoppingRule(trials: 1_000_000)) { $0.tally.trials < 256 }
    #expect(outcome.stopped == .interrupted)
    #expect(outcome.tally.trials == 256 && outcome.tally.bad == 3)
  }

  @Test func aCounterexampleDecidesAtOnce() async {
    let experiment = AnyExperiment(DistinguishingExperiment(perMille: 1000, isFlagged: false))
    let outcome = await run(experiment, bound: 0.5, rule: StoppingRule(trials: 1_000_000, whenDecided: true))
    #expect(outcome.stopped == .decided && outcome.tally.trials == 64, "after the first block")
    #expect(outcome.judgement.verdict == .invalid(why: "trial 0: the two answers to query 1 differ before the bad event"))
  }
}

enum Thread {
  /// Blocks the calling thread.
  static func rest(milliseconds: Int64) {
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(milliseconds)
    while clock.now < end {}
  }
}
