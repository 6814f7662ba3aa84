import Coins
import GameKit
import Records
import Referee
import Testing

@Suite struct ExperimentTests {
  private let source = CoinSource(seed: 11)
  private let judge = Judge(alpha: 1e-3)

  // MARK: Forfeits are counted

  @Test(arguments: [Coupling.coupled, .independent]) func trialsThatOverdrawTheBudgetAreCounted(_ coupling: Coupling) {
    let experiment = DistinguishingExperiment(perMille: 0, overdraws: 4, coupling: coupling)
    let tally = experiment.run(0..<10_000, source: source)
    let greedy = coupling == .coupled ? 5000.0 : 7500  // on unrelated coins either world's forfeit is one
    #expect(abs(Double(tally.forfeits) - greedy) < 5 * 50)
    let bits = tally.bits
    #expect(bits.neither + bits.onlyFirst + bits.onlySecond + bits.both + tally.forfeits == tally.trials, "none is lost")
    #expect(tally.firstForfeit == .overBudget("q_look"))
    #expect(judge.judge(tally, measure: experiment.measure, bound: 0.01).verdict.name == "inconclusive")
    let modest = DistinguishingExperiment(perMille: 0, overdraws: 0, coupling: coupling)
    let clean = modest.run(0..<10_000, source: source)
    #expect(clean.forfeits == 0)
    #expect(judge.judge(clean, measure: modest.measure, bound: 0.01).verdict.name == "withinBound")
  }

  @Test func anAdversaryThatAlwaysOverdrawsForfeits() {
    let experiment = DistinguishingExperiment(perMille: 0, overdraws: 8)
    let tally = experiment.run(0..<100, source: source)
    #expect(tally.forfeits == 100)
    #expect(
      judge.judge(tally, measure: experiment.measure, bound: 0.01).verdict == .forfeit(why: "the budget `q_look` is used up"))
  }

  @Test func aBadEventBeforeAForfeitStillCounts() {
    let tally = DistinguishingExperiment(perMille: 1000, overdraws: 8).run(0..<100, source: source)
    #expect(tally.bad == 100 && tally.forfeits == 100)
  }

  // MARK: What is measured

  @Test func theAdvantageIsTheShareOfTrialsInWhichTheWorldsDiffer() {
    for coupling in [Coupling.coupled, .independent] {
      let experiment = DistinguishingExperiment(perMille: 250, coupling: coupling)
      let judgement = judge.judge(experiment.run(0..<20_000, source: source), measure: experiment.measure, bound: 0.25)
      #expect(judgement.advantage.lower <= 0.25 && 0.25 <= judgement.advantage.upper)
      #expect(abs(judgement.advantage.estimate - 0.25) < 5 * 0.0031)
      #expect(judgement.verdict.name == "boundAttained")
    }
  }

  @Test func aBoundThatIsTooSmallFallsInBothCouplings() {
    for coupling in [Coupling.coupled, .independent] {
      let experiment = DistinguishingExperiment(perMille: 250, coupling: coupling)
      let judgement = judge.judge(experiment.run(0..<20_000, source: source), measure: experiment.measure, bound: 0.2)
      #expect(judgement.verdict.name == "boundExceeded")
    }
  }

  @Test func anUnflaggedDifferenceIsACounterexampleInLockstepOnly() {
    let coupled = DistinguishingExperiment(perMille: 10, isFlagged: false).run(0..<5000, source: source)
    #expect(coupled.violations > 20)
    let flagged = DistinguishingExperiment(perMille: 10).run(0..<5000, source: source)
    #expect(flagged.violations == 0 && flagged.bad == coupled.violations)
    #expect(flagged.firstBad == coupled.firstViolation?.trial)
    let independent = DistinguishingExperiment(perMille: 10, isFlagged: false, coupling: .independent).run(
      0..<5000, source: source)
    #expect(independent.violations == 0)
  }

  // MARK: A hop with its reduction

  /// A winnable game that is won where the hop's bad event occurs, or in no trial.
  private struct Target: WinnableGame {
    var world: BitHop.World
    var isWon: Bool { world.differs }
    mutating func restart(coins: Coins) { world.restart(coins: coins) }
    mutating func answer(_ query: BitHop.Query) -> Int { world.answer(query) }
  }

  private struct Forward: Reduction {
    typealias Source = BitHop.World
    typealias Target = ExperimentTests.Target
    func play<A: Adversary<BitHop.Query, Int>>(
      _ adversary: A, against oracle: inout some Oracle<BitHop.Query, Int>, coins: Coins
    ) throws(Forfeit) -> Bool { try adversary.play(&oracle, coins: coins) }
  }

  private func hop(perMille: UInt64, targetPerMille: UInt64, targetBudget: Int = 1) -> Tally {
    HopExperiment(
      BitHop(perMille: perMille), budget: Budget { _ in 1 }, adversary: Looker(), reduction: Forward(),
      to: { Target(world: BitHop(perMille: targetPerMille).left) }, targetBudget: Budget { _ in targetBudget },
      agreement: .everyTrial
    ).run(0..<2000, source: source)
  }

  @Test func aReductionThatWinsElsewhereIsACounterexample() {
    let agreeing = hop(perMille: 100, targetPerMille: 100)
    #expect(agreeing.violations == 0 && agreeing.reduction.both == agreeing.bad && agreeing.bad > 100)
    let differing = hop(perMille: 100, targetPerMille: 50)
    #expect(differing.firstViolation?.violation == .reductionDisagrees)
    #expect(differing.reduction.onlyFirst == differing.violations && differing.violations > 50)
  }

  @Test func aForfeitOfTheReductionReplacesTheBitsOfItsTrial() {
    let tally = hop(perMille: 1000, targetPerMille: 1000, targetBudget: 0)
    let bits = tally.bits
    #expect(tally.forfeits == 2000)
    #expect(bits.neither + bits.onlyFirst + bits.onlySecond + bits.both + tally.forfeits == tally.trials)
    #expect(judge.judge(tally, measure: .coupledWorlds, bound: 0.01).verdict.name == "forfeit")
  }

  // MARK: Replay

  @Test func aReplayShowsTheTrialOfTheTally() throws {
    let experiment = DistinguishingExperiment(perMille: 100, isFlagged: false)
    let tally = experiment.run(0..<1000, source: source)
    let first = try #require(tally.firstViolation)
    let record = experiment.replay(trial: first.trial, source: source)
    #expect(record.violation == first.violation.description)
    #expect(record.steps == [.init(query: "look()", left: "0", rightQuery: nil, right: "1")])
    #expect(record.endings == ["bit 0", "bit 1"])
    #expect(record == experiment.replay(trial: first.trial, source: source))
    let quiet = try #require((0..<100).first { experiment.replay(trial: $0, source: source).violation == nil })
    #expect(experiment.replay(trial: quiet, source: source).endings == ["bit 0", "bit 0"])
  }

  @Test func aReplayMarksTheBadEventAndListsItsCoins() throws {
    let experiment = DistinguishingExperiment(perMille: 100)
    let first = try #require(experiment.run(0..<1000, source: source).firstBad)
    let record = experiment.replay(trial: first, source: source)
    #expect(record.badAt == 1 && record.violation == nil)
    #expect(record.coins.map(\.name) == ["challenger.differs(0,0,0)", "adversary.greed(0,0,0)"])
  }

  @Test func aReplayOfAForfeitSaysSo() {
    let record = DistinguishingExperiment(perMille: 0, overdraws: 8).replay(trial: 0, source: source)
    #expect(record.endings == Array(repeating: "forfeit: the budget `q_look` is used up", count: 2))
  }
}
