import GameKit
import Records
import Referee
import Testing

/// The verdict for tallies that are written by hand.
@Suite struct JudgeTests {
  private let judge = Judge(alpha: 1e-3)

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
    #expect(judgement.reason == "2.0 times the bound is excluded; the whole interval lies below the bound")
    #expect(judgement.ceiling == CeilingRecord(factor: 2, value: 0.02))
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
  @Test(arguments: [Measure.winning, .coupledWorlds, .independentWorlds]) func forfeitsKeepABoundFromBeingCertified(
    _ measure: Measure
  ) {
    #expect(name(worlds(plus: 0, minus: 0, bad: 0, of: 10_000), measure, bound: 0.01) == "withinBound")
    #expect(name(worlds(plus: 0, minus: 0, bad: 0, of: 10_000, forfeits: 500), measure, bound: 0.01) == "inconclusive")
  }

  /// Forfeits may hide as many differences the other way, so that nothing is shown; as trials that agree, the same numbers
  /// refute.
  @Test func forfeitsNeverHelpToRefuteABound() {
    let judgement = judge.judge(
      worlds(plus: 1000, minus: 0, bad: 0, of: 10_000, forfeits: 1000), measure: .independentWorlds, bound: 0.01)
    #expect(judgement.verdict.kind == .inconclusive && judgement.advantage.lower == 0)
    #expect((judgement.logEvidenceAgainstBound ?? 1) < 0)
    let clean = judge.judge(worlds(plus: 1000, minus: 0, bad: 0, of: 10_000), measure: .independentWorlds, bound: 0.01)
    guard case .boundExceeded(let lower) = clean.verdict else { Issue.record("\(clean.verdict)"); return }
    #expect(lower > 0.08)
    let few = judge.judge(
      worlds(plus: 1000, minus: 0, bad: 0, of: 10_000, forfeits: 300), measure: .independentWorlds, bound: 0.01)
    guard case .boundExceeded(let least) = few.verdict else { Issue.record("\(few.verdict)"); return }
    #expect(least > 0.04 && least < lower, "300 forfeits cannot undo 1,000 differences")
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
    #expect(loose.advantage.error == 0.025)
  }

  @Test func aBoundIsNeverRefutedOnLessThanAMillionToOne() {
    let weak = won(20, of: 1000)
    #expect(Judge(alpha: 0.9).judge(weak, measure: .winning, bound: 0.01).verdict.name != "boundExceeded")
    #expect((Judge(alpha: 0.9).judge(weak, measure: .winning, bound: 0.01).logEvidenceAgainstBound ?? 0) > 1)
  }

  // MARK: What a verdict says of its bound

  /// Eleven tenths of the bound: attained, not exceeded, and the run says how far it may reach.
  @Test func aVerdictSaysHowFarTheIntervalReaches() {
    let beyond = judge.judge(won(1110, of: 100_000), measure: .winning, bound: 0.01)
    #expect(beyond.verdict.kind == .boundAttained && beyond.ceiling == CeilingRecord(factor: 2, value: 0.02))
    #expect(
      beyond.reason.hasPrefix(
        "at least half of the bound is reached, and 2.0 times the bound is excluded; the interval reaches 1.3 times the bound"))
    let below = judge.judge(won(700, of: 100_000), measure: .winning, bound: 0.01)
    #expect(below.verdict.kind == .boundAttained && below.reason.hasSuffix("the whole interval lies below the bound"))
    let wide = judge.judge(won(500, of: 1000), measure: .winning, bound: 0.5)
    #expect(
      wide.ceiling == CeilingRecord(factor: 1.5, value: 0.75) && wide.reason.contains("halfway from the bound to 1 is excluded"))
    #expect(judge.judge(won(0, of: 10), measure: .winning, bound: 0.01).ceiling == nil)
  }

  @Test(arguments: [1.0, 18, .infinity]) func aBoundOfOneOrMoreIsNeitherExceededNorMet(_ bound: Double) {
    for won in [won(0, of: 100_000), won(100_000, of: 100_000)] {
      let judgement = judge.judge(won, measure: .winning, bound: bound)
      #expect(judgement.verdict == .inconclusive(why: "a bound of 1 or more") && judgement.ceiling == nil)
      #expect(judgement.reason == "a bound of 1 or more can be neither exceeded nor shown to be kept")
    }
    #expect(name(won(0, of: 100_000), bound: 0.99) == "withinBound")
  }

  @Test func evidenceBeyondEveryNumberIsCapped() {
    #expect(
      judge.judge(won(100_000, of: 100_000), measure: .winning, bound: 0.5).reason
        == "the evidence against the bound is above 10^1000 : 1")
    #expect(
      judge.judge(won(100, of: 100), measure: .winning, bound: 0.5).reason.hasPrefix("the evidence against the bound is 10^2"))
  }
}
