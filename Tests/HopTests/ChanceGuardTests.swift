import Arena
import BigInt
import Coins
import Enumeration
import GameKit
import Games
import KnownChances
import Primitives
import Records
import Referee
import Testing

/// What guards the chances: what happens where everything is known, wrong reports, stopping, and the ends of arithmetic.
@Suite struct ChanceGuardTests {
  @Test func whatIsKnownIsMeasuredAndWhatIsWrongIsAsWrongAsItShouldBe() {
    let record = ChanceSelftest(campaigns: 150, source: CoinSource(seed: 2)).run { _ in false }
    #expect(record.exact.map(\.bad) == ["3/4", "29/32", "5/16", "3/4", "13/16"])
    #expect(record.exact.map(\.advantage) == ["3/4", "29/32", "5/16", "21/40", "5/8"])
    for row in record.exact {
      #expect(row.chances == row.bad && row.forcedBad == row.bad && row.forcedAdvantage == row.advantage && row.isAsExpected)
    }
    #expect(record.planted.map(\.value) == ["1/2", "533/840", "533/840", "13/32", "13/32"])
    #expect(record.measured.count == 26)
    for row in record.measured { #expect(row.isInside, "\(row.adversary), \(row.quantity): \(row.measured) for \(row.exact)") }
    #expect(record.coverage.map { $0.alarms > 12 } == [false, false, true], "\(record.coverage)")
    #expect(
      record.outcome == .inconclusive("too few campaigns to see the control fail: \(record.coverage[2].procedure)")
        || record.outcome == .met)
  }

  @Test func anInterruptLeavesWhatIsFinished() {
    var asked = 0
    let record = ChanceSelftest(campaigns: 150, source: CoinSource(seed: 2)).run { _ in
      asked += 1
      return asked > 2
    }
    #expect(record.exact.count == 2 && record.measured.isEmpty && record.outcome == .interrupted)
  }

  /// Its chances are right on average, over all coins; that they depend on the coin is seen in every trial with a success.
  @Test func whoKnowsTheSecretIsRightOnAverageAndCaught() throws {
    // With fewer guesses a chance of 1 is above what the budget allows, and caught by that.
    let experiment = KnownChance.planted(.knowsSecret, 3, tries: 7, goesOn: false)
    let exact = try #require(try ExactChances(experiment, limit: 100_000))
    #expect(exact.chances == Rational(7, over: 8) && exact.successes == exact.chances)
    #expect(exact.forcedBad == exact.bad && exact.violation == 0)
    let chances = try #require(experiment.chances)
    let tally = chances(Trials(0..<40), CoinSource(seed: 1))
    #expect(tally.first?.violation == .chanceKnowsItsCoin && tally.violations > 10)
    let honest = try #require(KnownChance.planted(nil, 3, tries: 7, goesOn: false).chances)
    #expect(honest(Trials(0..<40), CoinSource(seed: 1)).first == nil)
  }

  /// A ledger that sees no guesses: the bad event has no cause.
  private struct Blind: Ledger {
    mutating func restart() {}
    mutating func note(
      _ query: SignatureQuery<CalibratedSignature>, _ answer: SignatureAnswer<CalibratedSignature>, in account: inout Account
    ) {}
    func most(within budget: Budget<SignatureQuery<CalibratedSignature>.Kind>) -> Double { 1 }
  }

  private struct First: Adversary {
    typealias Query = SignatureQuery<CalibratedSignature>
    typealias Answer = SignatureAnswer<CalibratedSignature>
    let scheme: CalibratedSignature
    func play(
      _ oracle: inout some Oracle<SignatureQuery<CalibratedSignature>, SignatureAnswer<CalibratedSignature>>, coins: Coins
    ) throws(Forfeit) -> Bool {
      try oracle.accepts(scheme.candidate(0), of: Message(1), under: try oracle.keygen())
    }
  }

  @Test func aViolationNamesItsTrialWhichShowsItAgain() throws {
    let scheme = CalibratedSignature(signatureBits: 4, keyBits: 1), hop = SignatureIdealization(scheme: scheme)
    let budget = Budget<SignatureQuery<CalibratedSignature>.Kind> { _ in 1 }, source = CoinSource(seed: 3)
    let run = ChanceRun(HopWorlds(hop), adversary: First(scheme: scheme), budget: budget, ledger: Blind())
    let first = try #require(run.run(Trials(0..<200), source: source).first)
    #expect(first.violation == .badWithoutCause)
    let again = run.run(Trials(first.trial..<first.trial + 1), source: source)
    #expect(again.violations == 1 && again.first == first)
    let replayed = AnyExperiment(DistinguishingExperiment(hop, adversary: First(scheme: scheme), budget: budget))
      .replay(trial: first.trial, source: source)
    #expect(replayed.badAt == 2)
  }

  @Test func chancesEndARunByTheRuleThatWasAskedFor() async throws {
    let known = KnownChance.guesses(64, tries: 16), chances = try #require(known.experiment.chances)
    let referee = Referee(source: CoinSource(seed: 1), judge: Judge(alpha: 1e-3), threads: 1)
    func run(_ rule: StoppingRule) async -> Referee.ChanceOutcome {
      await referee.run(chances: chances, measure: .coupledWorlds, bound: known.bad, rule: rule, blockSize: 256)
    }
    let decided = await run(StoppingRule(trials: 4000, whenDecided: true))
    #expect(decided.stopped == .decided && decided.tally.trials < 1000 && decided.judgement.verdict.kind == .boundAttained)
    let narrow = await run(StoppingRule(trials: 4000, width: known.bad / 10))
    #expect(narrow.stopped == .narrowEnough && narrow.tally.trials > decided.tally.trials && narrow.tally.trials < 4000)
    #expect(narrow.judgement.advantage.upper - narrow.judgement.advantage.lower <= known.bad / 10)
    let late = await run(StoppingRule(trials: 4000, time: .zero))
    #expect(late.stopped == .timeUp && late.tally.trials == 64)
    let all = await run(StoppingRule(trials: 300))
    #expect(all.stopped == .trialsPlayed && all.tally.trials == 300)
  }

  /// A win that takes a success under each of two keys: the first is forced, the other is waited for. So it is measured where it
  /// is seen at all; at 64 bits nothing of it is, and the bound, which is one success's, is kept by far.
  @Test func ofSeveralSuccessesTheFirstIsForced() throws {
    func judgement(_ bits: Int, _ trials: UInt64) throws -> (ChanceJudgement, Selection) {
      let selection = try select("quorum-forgery", "guess-all-keys", [("q_gen", 2), ("signatureBits", bits)])
      let chances = try #require(selection.experiment.chances)
      let tally = chances(Trials(0..<trials), CoinSource(seed: 5))
      #expect(tally.violations == 0)
      return (Judge(alpha: 6e-3).judge(tally, measure: .winning, bound: selection.boundValue), selection)
    }
    let (weak, seen) = try judgement(6, 20_000), (strong, _) = try judgement(64, 2000)
    let formula = try #require(seen.formula)
    #expect(formula == 1.0 / 256 && weak.bad.lower <= formula && formula <= weak.bad.upper && weak.bad.lower > formula / 2)
    #expect(strong.bad.estimate == 0 && strong.causes.estimate * 0x1p64 == 8 && strong.verdict.kind == .withinBound)
  }

  @Test func whatChancesCanShowIsToldByChances() throws {
    let judge = Judge(alpha: 1e-3), most = 16 * 0x1p-64
    let smallest = judge.smallestShowable(trials: 1000, most: most)
    #expect(0 < smallest && smallest < most / 20 && smallest > judge.smallestShowable(trials: 10_000, most: most))
    #expect(judge.smallestShowable(trials: 0, most: most) == most)
    // Counting needs so many trials that the limit without an event is what a certificate excludes: here twice the bound.
    let needed = judge.countingNeeds(toCertify: 0x1p-20, measure: .winning)
    let limit = judge.smallestShowable(trials: UInt64(needed), measure: .winning)
    #expect(abs(limit / 0x1p-19 - 1) < 0.01)
  }

  /// Four guesses of four values succeed for certain: chances of one trial add up to as much as 25/12.
  @Test func noEstimateIsAboveOne() throws {
    let chances = try #require(KnownChance.guesses(2, tries: 4).experiment.chances)
    var above = 0
    for seed in 1...20 as ClosedRange<UInt64> {
      let judgement = Judge(alpha: 1e-3).judge(
        chances(Trials(0..<50), CoinSource(seed: seed)), measure: .coupledWorlds, bound: nil)
      for estimate in [judgement.causes, judgement.bad, judgement.advantage] {
        #expect(estimate.lower <= estimate.estimate && estimate.estimate <= 1 && estimate.upper <= 1)
      }
      if judgement.kinds.reduce(0, { $0 + $1.mean }) > 1 { above += 1 }
    }
    #expect(above > 3, "the clamp was at work")
  }

  /// Reports wait until a block ends, and stand by the place of their move: however trials are dealt, each move is counted once.
  /// The adversary makes few moves or many, as the coins say, and its first report is the same in every trial that has one.
  @Test func whereTrialsAreSplitEveryMoveIsCountedOnce() throws {
    let chances = try #require(KnownChance.adaptive(4, least: 2, most: 9).experiment.chances), source = CoinSource(seed: 6)
    let whole = chances(Trials(0..<400), source)
    var parts = chances(Trials(0..<0), source)
    for trial in 0..<400 as Range<UInt64> { parts += chances(Trials(trial..<trial + 1), source) }
    #expect(whole == parts && whole.trials == 400)
    func reported(of denominator: UInt128) -> UInt64 {
      whole.reports.reduce(0) { $1.key.chance.denominator == denominator ? $0 + $1.value.misses + $1.value.hits : $0 }
    }
    #expect(reported(of: 16) == 400, "the first guess")
    let seen = (3...16 as ClosedRange<UInt128>).reversed().map(reported)
    #expect(zip(seen, seen.dropFirst()).allSatisfy { $0 >= $1 } && seen.last == 0 && Set(seen).count > 5, "\(seen)")
  }

  /// What is kept beside the moves is what they say, and nothing of it outlives a trial.
  @Test func sumsByKindAreThoseOfTheMoves() {
    var account = Account()
    for _ in 0..<2 {
      for value in 0..<3 as Range<UInt64> {
        account.guess(.tag, SealedCoin(Label("tag"), bits: 4), value, succeeds: false)
        account.guess(.signature, SealedCoin(Label("sign", value), bits: 3), 0, succeeds: value == 2)
      }
      account.guess(.nonce, SealedCoin(Label("late"), bits: 3), 0, succeeds: false)
      #expect(account.isClosed && account.hasCause && account.kinds == [.tag, .signature] && account.sum(of: .nonce) == 0)
      for kind in account.kinds {
        #expect(account.sum(of: kind) == account.moves.reduce(0) { $1.kind == kind ? $0 + $1.chance.value : $0 })
      }
      #expect(account.sum(of: .signature) == 3.0 / 8 && account.moves.count == 6)
      account.restart()
      #expect(account.kinds.isEmpty && account.sum(of: .tag) == 0 && !account.isClosed)
    }
  }

  @Test(arguments: [63, 64]) func atTheEndOfTheArithmeticChancesAreExact(_ bits: Int) {
    let coin = SealedCoin(Label("sealed"), bits: bits), values = UInt128(1) << UInt128(bits)
    var account = Account()
    for value in 0..<3 as Range<UInt64> { account.guess(.signature, coin, value, succeeds: false) }
    account.guess(.signature, coin, 1, succeeds: false)
    #expect(account.moves.map(\.chance) == [Chance(1, of: values), Chance(1, of: values - 1), Chance(1, of: values - 2)])
    // The last value of 64 bits is one, and of 63 bits none.
    account.guess(.signature, coin, .max, succeeds: false)
    #expect(account.moves.count == (bits == 64 ? 4 : 3) && account.fault == nil)
    let last = Chance(values - 1, of: values), rare = Chance(1, of: values)
    #expect(
      last.value < 1 && last != Chance(1, of: 1) && rare.value > 0
        && rare.value == Double(sign: .plus, exponent: -bits, significand: 1))
    #expect(account.sum > 0 && account.sum < 5 * rare.value)
  }
}
