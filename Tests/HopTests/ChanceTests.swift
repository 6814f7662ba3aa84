import BigInt
import Adversaries
import Coins
import Enumeration
import GameKit
import Games
import Primitives
import Records
import Referee
import Testing

/// Chances added up, and successes forced, against fractions that were computed by hand.
@Suite struct ChanceTests {
  private typealias Scheme = CalibratedSignature

  private func signatures<A: Adversary<SignatureQuery<Scheme>, SignatureAnswer<Scheme>>>(
    _ bits: Int, tries: Int, _ adversary: (Scheme) -> A
  ) throws -> AnyExperiment {
    let scheme = Scheme(signatureBits: bits, keyBits: 1)
    let budget = Budget<SignatureQuery<Scheme>.Kind> { $0 == .keygen ? 1 : $0 == .verify ? tries : $0 == .sign ? 2 : 0 }
    let (hop, adversary) = (SignatureIdealization(scheme: scheme), adversary(scheme))
    let ledger = try #require(SignatureLedger(scheme))
    return AnyExperiment(DistinguishingExperiment(hop, adversary: adversary, budget: budget))
      .accounted(ChanceRun(HopWorlds(hop), adversary: adversary, budget: budget, ledger: ledger))
  }

  private func birthday(_ bits: Int, evaluations: Int) throws -> AnyExperiment {
    let function = MessageHash(CalibratedHash(bits: bits))
    let budget = Budget<HashQuery<MessageHash<CalibratedHash>>.Kind> { $0 == .service ? 2 : evaluations }
    let (hop, adversary) = (HashIdealization(function), Birthday(function))
    let ledger = try #require(HashLedger(function))
    return AnyExperiment(DistinguishingExperiment(hop, adversary: adversary, budget: budget))
      .accounted(ChanceRun(HopWorlds(hop), adversary: adversary, budget: budget, ledger: ledger))
  }

  private func expect(
    _ experiment: AnyExperiment, bad: (Int, Int), advantage: (Int, Int), causes: (Int, Int)? = nil,
    location: SourceLocation = #_sourceLocation
  ) throws {
    func fraction(_ pair: (Int, Int)) -> Rational { Rational(BigInt(pair.0), over: BigInt(pair.1)) }
    let exact = try #require(try ExactChances(experiment, limit: 1_000_000))
    #expect(exact.chances == fraction(causes ?? bad) && exact.successes == exact.chances, sourceLocation: location)
    #expect(exact.bad == fraction(bad) && exact.forcedBad == exact.bad, sourceLocation: location)
    #expect(exact.shown == fraction(advantage) && exact.forcedShown == exact.shown, sourceLocation: location)
    #expect(exact.violation == 0 && exact.forfeit == 0 && exact.holds, sourceLocation: location)
  }

  @Test func overAllCoinsChancesAndForcedSuccessesAreWhatHappens() throws {
    try expect(signatures(2, tries: 3) { ChanceAdversaries.Guesses(scheme: $0, tries: 3) }, bad: (3, 4), advantage: (3, 4))
    try expect(birthday(2, evaluations: 4), bad: (29, 32), advantage: (29, 32))
    try expect(
      signatures(2, tries: 3) { ChanceAdversaries.Adaptive(scheme: $0, least: 1, most: 3) }, bad: (5, 16), advantage: (5, 16))
    try expect(
      signatures(2, tries: 3) { ChanceAdversaries.Guesses(scheme: $0, tries: 3, honesty: 7) }, bad: (3, 4), advantage: (21, 40))
  }

  @Test func keysThatCollideDecideEarlyAndAreSeenLater() throws {
    let scheme = Scheme(signatureBits: 2, keyBits: 2)
    let budget = Budget<SignatureQuery<Scheme>.Kind> { $0 == .rogueKeygen ? 3 : $0 == .verify || $0 == .keygen ? 1 : 8 }
    let (hop, adversary) = (SignatureIdealization(scheme: scheme), KeyCollision<Scheme>())
    let ledger = try #require(SignatureLedger(scheme))
    let experiment = AnyExperiment(DistinguishingExperiment(hop, adversary: adversary, budget: budget))
      .accounted(ChanceRun(HopWorlds(hop), adversary: adversary, budget: budget, ledger: ledger))
    let exact = try #require(try ExactChances(experiment, limit: 1_000_000))
    #expect(exact.holds && exact.bad == Rational(BigInt(37), over: BigInt(64)) && exact.chances == exact.bad)
  }

  /// Of an experiment at 64 bits, in multiples of 2⁻⁶⁴.
  private func measured(_ experiment: AnyExperiment, trials: UInt64 = 10_000) throws -> ChanceJudgement {
    let chances = try #require(experiment.chances)
    return Judge(alpha: 6e-3).judge(chances(Trials(0..<trials), CoinSource(seed: 5)), measure: .coupledWorlds, bound: nil)
  }

  private func expect(
    _ estimate: Estimate, holds value: Double, within relative: Double, location: SourceLocation = #_sourceLocation
  ) {
    let exact = value * 0x1p-64
    #expect(estimate.lower <= exact && exact <= estimate.upper, "\(estimate) for \(exact)", sourceLocation: location)
    #expect(estimate.upper - estimate.lower <= 2 * relative * exact, "\(estimate)", sourceLocation: location)
  }

  @Test func at64BitsChancesAreMeasuredWhereNothingCanBeCounted() throws {
    let guesses = try measured(signatures(64, tries: 16) { ChanceAdversaries.Guesses(scheme: $0, tries: 16) })
    expect(guesses.causes, holds: 16, within: 0.002)
    expect(guesses.advantage, holds: 16, within: 0.005)
    let birthday = try measured(birthday(64, evaluations: 16))
    expect(birthday.causes, holds: 120, within: 0.002)
    expect(birthday.bad, holds: 120, within: 0.005)
    expect(birthday.advantage, holds: 120, within: 0.005)
    let adaptive = try measured(signatures(64, tries: 64) { ChanceAdversaries.Adaptive(scheme: $0, least: 4, most: 64) })
    expect(adaptive.causes, holds: 11.5, within: 0.1)
    expect(adaptive.advantage, holds: 11.5, within: 0.12)
    let dishonest = try measured(
      signatures(64, tries: 16) { ChanceAdversaries.Guesses(scheme: $0, tries: 16, honesty: 7) })
    expect(dishonest.bad, holds: 16, within: 0.005)
    expect(dishonest.advantage, holds: 11.2, within: 0.05)
    #expect([guesses, birthday, adaptive, dishonest].allSatisfy { $0.logEvidenceAgainstReports < 3 })
  }

  @Test func whatCannotHappenByGuessingHasNoChance() throws {
    let idle = try measured(signatures(64, tries: 16) { _ in Idle<SignatureQuery<Scheme>, SignatureAnswer<Scheme>>() })
    #expect(idle.causes.estimate == 0 && idle.causes.upper < 0.02 * 16 * 0x1p-64 && idle.advantage.lower == 0)
  }

  @Test func everyPlantedAccountIsCaughtAndTheRightOneIsNot() async {
    for seed in 1...5 as ClosedRange<UInt64> {
      let referee = Referee(source: CoinSource(seed: seed), judge: Judge(alpha: 1e-3), threads: 2)
      let canaries = await referee.chanceCanaries()
      #expect(canaries.map(\.name) == ["chances", "chances-half", "chances-double", "chances-stale", "chances-after-success"])
      let dead = canaries.filter { !$0.isAlive }
      #expect(dead.isEmpty)
    }
  }

  @Test func moreGuessesThanThereAreValuesAddUpRoundByRound() {
    func harmonic(_ n: Int) -> Double { (1...n).reduce(0) { $0 + 1 / Double($1) } }
    for (bits, rounds) in [(1, 3), (8, 2), (20, 3), (21, 1)] {
      let most = SignatureLedger<Scheme>.guesses(rounds << bits, bits: bits), exact = Double(rounds) * harmonic(1 << bits)
      #expect(exact <= most && most < 1.6 * exact, "\(bits) bits: \(most) for \(exact)")
    }
    #expect(SignatureLedger<Scheme>.guesses(4, bits: 64) == 0x1p-62)
  }
}
