import GameKit
import Records
import Referee
import Testing

/// What is said of a reduction for tallies that are written by hand.
@Suite struct ReductionJudgeTests {
  private let judge = Judge(alpha: 1e-3)

  private func reduction(first: UInt64, second: UInt64, both: UInt64, of trials: UInt64) -> Tally {
    var tally = won(first + both, of: trials)
    (tally.reduction.onlyFirst, tally.reduction.onlySecond, tally.reduction.both) = (first, second, both)
    tally.reduction.neither = trials - first - second - both
    return tally
  }

  @Test func aReductionThatWinsInTheSameTrialsHoldsAndAnyDifferenceRefutesIt() {
    let same = judge.judgeReduction(
      reduction(first: 0, second: 0, both: 50, of: 1000), words: "w", loss: 1, agreement: .everyTrial)
    #expect((same.verdict, same.claim) == (.holds, "w"))
    let differing = judge.judgeReduction(
      reduction(first: 1, second: 0, both: 49, of: 1000), words: "w", loss: 1, agreement: .everyTrial)
    #expect(differing.verdict == .refuted)
    #expect(differing.reason == "the two events differ in 1 trials")
  }

  @Test func aLossIsJudgedOnAverage() {
    func verdict(_ tally: Tally, loss: Double) -> ReductionVerdict {
      judge.judgeReduction(tally, words: "w", loss: loss, agreement: .onAverage).verdict
    }
    let quarter = reduction(first: 3000, second: 0, both: 1000, of: 100_000)
    #expect(verdict(quarter, loss: 4) == .holds)
    #expect(verdict(quarter, loss: 2) == .refuted)
    #expect(verdict(reduction(first: 3, second: 0, both: 1, of: 100), loss: 4) == .undecided)
    #expect(verdict(reduction(first: 0, second: 0, both: 0, of: 100), loss: 4) == .vacuous)
  }

  @Test func forfeitsNeitherHoldNorRefuteAReduction() {
    func record(_ tally: Tally, _ forfeits: UInt64, loss: Double = 1, _ agreement: ReductionAgreement) -> ReductionRecord {
      var tally = tally
      tally.forfeits = forfeits
      return judge.judgeReduction(tally, words: "w", loss: loss, agreement: agreement)
    }
    let both = reduction(first: 0, second: 0, both: 400, of: 10_000)
    #expect(record(both, 0, .onAverage).verdict == .holds && record(both, 0, .onAverage).ceiling == 2)
    #expect(record(both, 5000, .onAverage).verdict == .undecided && record(both, 5000, .onAverage).ceiling == nil)
    let excess = reduction(first: 1000, second: 0, both: 0, of: 10_000)
    #expect(record(excess, 0, .onAverage).verdict == .refuted && record(excess, 2000, .onAverage).verdict == .undecided)
    #expect(record(both, 0, .everyTrial).verdict == .holds && record(both, 0, .everyTrial).ceiling == 1)
    #expect(record(both, 1, .everyTrial).verdict == .undecided)
    let differing = reduction(first: 3, second: 0, both: 397, of: 10_000)
    #expect(record(differing, 2, .everyTrial).verdict == .refuted && record(differing, 3, .everyTrial).verdict == .undecided)
    #expect(
      record(reduction(first: 0, second: 0, both: 0, of: 100), 1, .everyTrial).reason
        == "neither event occurred, but 1 trials were forfeited")
  }
}
