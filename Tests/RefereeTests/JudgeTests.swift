import GameKit
import Records
import Referee
import Testing

/// The verdict for tallies that are written by hand.
@Suite struct JudgeTests {
  private let judge = Judge(alpha: 1e-3)

  /// A game that was won `won` times.
  private func won(_ won: UInt64, of trials: UInt64, forfeits: UInt64 = 0) -> Tally {
    var tally = Tally()
    (tally.trials, tally.bad, tally.forfeits) = (trials, won, forfeits)
    if forfeits > 0 { tally.firstForfeit = .overBudget("q_sig") }
    return tally
  }

  /// Two worlds whose bits differ in `plus` trials one way and in `minus` the other.
  private func worlds(plus: UInt64, minus: UInt64, bad: UInt64, of trials: UInt64, forfeits: UInt64 = 0) -> Tally {
    var tally = won(bad, of: trials, forfeits: forfeits)
    tally.bits.onlySecond = plus
    tally.bits.onlyFirst = minus
    tally.bits.neither = trials - plus - minus - forfeits
    return tally
  }

  private func name(_ tally: Tally, _ measure: Measure = .winning, bound: Double?) -> String {
    judge.judge(tally, measure: measure, bound: bound).verdict.name
  }

  // MARK: Against a bound

  @Test func farMoreEventsThanTheBoundAllowsExceedIt() {
    let judgement = judge.judge(won(200, of: 10_000), measure: .winning, bound: 0.01)
    guard case .boundExceeded(let lower) = judgement.verdict else { Issue.record("\(judgement.verdict)"); return }
    #expect(lower > 0.01 && lower < 0.02)
    #expect(judgement.reason.hasPrefix("the evidence against the bound is 10^"))
    #expect((judgement.logEvidenceAgainstBound ?? 0) > 13.8, "at least 10⁶ : 1")
  }

  @Test func asManyEventsAsTheBoundAllowsAttainIt() {
    let judgement = judge.judge(won(100, of: 10_000), measure: .winning, bound: 0.01)
    guard case .boundAttained(let lower, let upper) = judgement.verdict else { Issue.record("\(judgement.verdict)"); return }
    #expect(0.5 <= lower && lower < 1 && 1 < upper && upper < 2)
  }

  @Test func farFewerEventsAreWithinTheBound() {
    let judgement = judge.judge(won(10, of: 10_000), measure: .winning, bound: 0.01)
    guard case .withinBound(let upper) = judgement.verdict else { Issue.record("\(judgement.verdict)"); return }
    #expect(upper > 0.001 && upper < 0.01)
    #expect(judgement.reason == "2.0 times the bound is excluded")
  }

  @Test func fewTrialsAreInconclusive() {
    let judgement = judge.judge(won(0, of: 100), measure: .winning, bound: 0.01)
    #expect(judgement.verdict == .inconclusive(why: "too few trials"))
    #expect(name(won(0, of: 100_000), bound: 0.01) == "withinBound", "more of the same decide")
  }

  @Test func noTrialsAreInconclusive() {
    #expect(name(Tally(), bound: 0.01) == "inconclusive")
    #expect(name(Tally(), .coupledWorlds, bound: 0.01) == "inconclusive")
    #expect(name(Tally(), bound: nil) == "noAdvantageShown")
  }

  @Test func aPerfectHopIsContradictedByOneEvent() {
    let clean = judge.judge(worlds(plus: 0, minus: 0, bad: 0, of: 10_000), measure: .coupledWorlds, bound: 0)
    guard case .noAdvantageShown(let upper) = clean.verdict else { Issue.record("\(clean.verdict)"); return }
    #expect(upper < 0.01)
    let contradicted = judge.judge(worlds(plus: 1, minus: 0, bad: 1, of: 10_000), measure: .coupledWorlds, bound: 0)
    #expect(contradicted.verdict.name == "boundExceeded")
    #expect(contradicted.reason == "the evidence against the bound is conclusive: it leaves no room for what occurred")
  }

  // MARK: Without a bound

  @Test func anAdvantageIsShownWhenTheIntervalLiesAboveZero() {
    let judgement = judge.judge(won(200, of: 200), measure: .winning, bound: nil)
    guard case .advantageShown(let lower) = judgement.verdict else { Issue.record("\(judgement.verdict)"); return }
    #expect(lower > 0.9)
    #expect(judgement.logEvidenceAgainstBound == nil)
  }

  @Test func noAdvantageIsShownWhenZeroIsPossible() {
    let judgement = judge.judge(won(0, of: 200), measure: .winning, bound: nil)
    guard case .noAdvantageShown(let upper) = judgement.verdict else { Issue.record("\(judgement.verdict)"); return }
    #expect(upper > 0 && upper < 0.2)
    #expect(upper == judge.smallestShowable(trials: 200, measure: .winning))
  }

  // MARK: Two worlds

  @Test func bitsInEitherDirectionCountAlike() {
    let up = judge.judge(worlds(plus: 300, minus: 100, bad: 400, of: 10_000), measure: .coupledWorlds, bound: 0.04)
    let down = judge.judge(worlds(plus: 100, minus: 300, bad: 400, of: 10_000), measure: .coupledWorlds, bound: 0.04)
    #expect(up.advantage == down.advantage)
    #expect(up.advantage.estimate == 0.02)
    #expect(up.verdict.name == down.verdict.name)
  }

  @Test func onTheSameCoinsTheAdvantageIsAtMostTheBadEvent() {
    let tally = worlds(plus: 5, minus: 0, bad: 5, of: 2000)
    let coupled = judge.judge(tally, measure: .coupledWorlds, bound: 0.01)
    let independent = judge.judge(tally, measure: .independentWorlds, bound: 0.01)
    #expect(coupled.advantage.upper <= coupled.bad.upper)
    #expect(coupled.advantage.upper <= independent.advantage.upper)
  }

  @Test func onUnrelatedCoinsTheBadEventAloneProvesNothing() {
    let tally = worlds(plus: 0, minus: 0, bad: 2000, of: 10_000)
    #expect(name(tally, .independentWorlds, bound: 0.01) != "boundExceeded")
    #expect(name(tally, .coupledWorlds, bound: 0.01) == "boundExceeded")
  }

  // MARK: Forfeits

  @Test func onlyForfeitsAreAForfeitWithItsReason() {
    #expect(
      judge.judge(won(0, of: 500, forfeits: 500), measure: .winning, bound: 0.01).verdict
        == .forfeit(why: "the budget `q_sig` is used up"))
    #expect(name(won(0, of: 500, forfeits: 499), bound: 0.01) == "inconclusive")
  }

  /// A forfeited trial may have hidden an event, so it never helps to certify a bound.
  @Test(arguments: [Measure.winning, .coupledWorlds, .independentWorlds]) func forfeitsKeepABoundFromBeingCertified(_ measure: Measure) {
    #expect(name(worlds(plus: 0, minus: 0, bad: 0, of: 10_000), measure, bound: 0.01) == "withinBound")
    #expect(name(worlds(plus: 0, minus: 0, bad: 0, of: 10_000, forfeits: 500), measure, bound: 0.01) == "inconclusive")
  }

  @Test func forfeitsWidenTheIntervalUpwardsOnly() {
    let without = judge.judge(won(100, of: 10_000), measure: .winning, bound: nil).advantage
    let with = judge.judge(won(100, of: 10_000, forfeits: 100), measure: .winning, bound: nil).advantage
    #expect(with.lower == without.lower && with.upper > without.upper && with.estimate == without.estimate)
  }

  @Test func aTallyOfAllForfeitsAndDifferentBitsDoesNotTrap() {
    for measure in [Measure.coupledWorlds, .independentWorlds] {
      for forfeits in [1, 50, 100] as [UInt64] {
        let tally = worlds(plus: 100 - forfeits, minus: 0, bad: 0, of: 100, forfeits: forfeits)
        let advantage = judge.judge(tally, measure: measure, bound: 0.01).advantage
        #expect(advantage.lower <= advantage.upper)
      }
    }
  }

  // MARK: Settings

  @Test func aSmallerErrorProbabilityWidensEveryInterval() {
    let strict = Judge(alpha: 1e-9).judge(won(100, of: 10_000), measure: .winning, bound: 0.01)
    let loose = Judge(alpha: 0.1).judge(won(100, of: 10_000), measure: .winning, bound: 0.01)
    #expect(strict.advantage.lower < loose.advantage.lower && strict.advantage.upper > loose.advantage.upper)
    #expect(loose.advantage.confidence == 1 - 0.025)
  }

  @Test func aBoundIsNeverRefutedOnLessThanAMillionToOne() {
    let weak = won(20, of: 1000)
    #expect(Judge(alpha: 0.9).judge(weak, measure: .winning, bound: 0.01).verdict.name != "boundExceeded")
    #expect((Judge(alpha: 0.9).judge(weak, measure: .winning, bound: 0.01).logEvidenceAgainstBound ?? 0) > 1)
  }

  // MARK: Reductions

  private func reduction(first: UInt64, second: UInt64, both: UInt64, of trials: UInt64) -> Tally {
    var tally = won(first + both, of: trials)
    (tally.reduction.onlyFirst, tally.reduction.onlySecond, tally.reduction.both) = (first, second, both)
    tally.reduction.neither = trials - first - second - both
    return tally
  }

  @Test func aReductionThatWinsInTheSameTrialsHoldsAndAnyDifferenceRefutesIt() {
    let same = judge.judgeReduction(reduction(first: 0, second: 0, both: 50, of: 1000), words: "w", loss: 1, agreement: .everyTrial)
    #expect((same.verdict, same.claim) == (.holds, "w"))
    let differing = judge.judgeReduction(reduction(first: 1, second: 0, both: 49, of: 1000), words: "w", loss: 1, agreement: .everyTrial)
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
}
