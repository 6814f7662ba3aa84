import Coins
import GameKit
import Records
import Referee
import Testing

/// A reduction that plants its challenge at one of L places wins exactly as often as its event occurs there: the referee objects
/// to more and to less, and to nothing else.
@Suite struct PlantedReductionTests {
  private let judge = Judge(alpha: 1e-3)

  /// - Parameter places: the trials by number of places and by whether the reduction won.
  private func tally(_ places: [(count: Int, won: Bool, trials: UInt64)], of trials: UInt64, forfeits: UInt64 = 0) -> Tally {
    var tally = Tally()
    (tally.trials, tally.forfeits) = (trials, forfeits)
    for (count, won, number) in places {
      switch (count > 0, won) {
      case (true, true): tally.reduction.both += number
      case (true, false): tally.reduction.onlyFirst += number
      case (false, true): tally.reduction.onlySecond += number
      case (false, false): break
      }
      if count > 1 { tally.several[Places(count, isReductionWon: won)] = number }
    }
    tally.reduction.neither = trials - tally.reduction.onlyFirst - tally.reduction.onlySecond - tally.reduction.both
    return tally
  }

  private func record(_ tally: Tally, _ agreement: ReductionAgreement = .planted) -> ReductionRecord {
    judge.judgeReduction(tally, words: "w", loss: 4, agreement: agreement)
  }

  @Test func theRightNumberOfWinsHolds() {
    let record = record(tally([(1, true, 250), (1, false, 750)], of: 10_000))
    #expect(record.verdict == .holds && record.exactly == 0.1 && record.ceiling == 2)
  }

  /// Twice as many wins as places allow; an inequality alone has nothing against them.
  @Test func winningMoreThanPossibleIsRefuted() {
    let greedy = tally([(1, true, 250), (1, false, 750), (0, true, 250)], of: 10_000)
    #expect(record(greedy).verdict == .refuted)
    #expect(record(greedy).reason == "the reduction wins more than it can: the right side exceeds the mean number of places")
    #expect(record(greedy, .onAverage).verdict == .holds && record(greedy, .onAverage).exactly == nil)
  }

  @Test func winningLessThanNecessaryIsRefuted() {
    let lazy = record(tally([(1, true, 100), (1, false, 900)], of: 10_000))
    #expect(lazy.verdict == .refuted)
    #expect(lazy.reason == "the reduction wins less than it must: the mean number of places exceeds the right side")
  }

  /// An adversary that succeeds at all four places in a tenth of the trials: the reduction wins in all of them, and rightly.
  /// With one place in each the same wins are four times too many.
  @Test func placesAreCountedAndNotTrials() {
    #expect(record(tally([(4, true, 1000)], of: 10_000)).verdict == .holds)
    #expect(record(tally([(4, true, 1000)], of: 10_000)).exactly == 0.4)
    #expect(record(tally([(1, true, 1000)], of: 10_000)).verdict == .refuted)
    #expect(record(tally([(4, true, 500), (4, false, 500)], of: 10_000)).reason.contains("less than it must"))
    #expect(record(tally([(5, true, 1)], of: 10_000)).reason == "the event occurs at 5 places, more than there are")
  }

  /// In a forfeited trial the event may have occurred at more places, or the reduction may have won.
  @Test func forfeitsNeverHelpToRefute() {
    let greedy: [(Int, Bool, UInt64)] = [(1, true, 250), (1, false, 750), (0, true, 250)]
    #expect(record(tally(greedy, of: 10_000, forfeits: 0)).verdict == .refuted)
    #expect(record(tally(greedy, of: 10_000, forfeits: 500)).verdict != .refuted)
    let lazy: [(Int, Bool, UInt64)] = [(1, true, 100), (1, false, 900)]
    #expect(record(tally(lazy, of: 10_000, forfeits: 500)).verdict != .refuted)
  }

  @Test func talliesMergeExactly() {
    let one = tally([(4, true, 3), (2, false, 5)], of: 20), other = tally([(4, true, 4), (3, true, 1)], of: 30)
    var sum = one
    sum += other
    #expect(sum.places == one.places + other.places && sum.places == 12 + 10 + 16 + 3)
    #expect(sum.several[Places(4, isReductionWon: true)] == 7)
  }

  @Test(arguments: 0..<64 as Range<UInt64>) func thePlantedCanariesLiveUnderEverySeed(_ seed: UInt64) async {
    let canaries = await Referee(source: CoinSource(seed: seed), judge: judge, threads: 1).plantedCanaries()
    #expect(canaries.map(\.name) == ["planted", "greedy"] && canaries.map(\.observed) == [.withinBound, .boundExceeded])
  }

  @Test func aJudgeThatNeverRefutesAReductionIsFound() async {
    let deaf = await Referee(source: CoinSource(seed: 3), judge: judge, threads: 1).plantedCanaries(judge: Judge(alpha: 1e-300))
    #expect(deaf.map(\.isAlive) == [true, false])
  }

  /// Campaigns on the boundary, watched after every trial: no more alarms than α, and as many as the exact law says.
  @Test func nothingThatIsRightIsRefutedMoreOftenThanPromised() {
    let rates = ErrorRates.simulated(2000, source: CoinSource(seed: 1)).filter { $0.procedure.contains("planted") }
    #expect(rates.count == 2)
    for rate in rates {
      #expect(rate.finding == .asExpected, "\(rate)")
      #expect((rate.exact ?? 1) <= rate.alpha && (rate.exact ?? 0) > rate.alpha / 20, "\(rate)")
    }
  }
}
