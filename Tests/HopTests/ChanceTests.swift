import BigInt
import Adversaries
import Coins
import Enumeration
import GameKit
import Games
import KnownChances
import Primitives
import Records
import Referee
import Testing

/// Chances added up, and successes forced, against fractions that were computed by hand.
@Suite struct ChanceTests {
  private typealias Scheme = CalibratedSignature

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
    let guesses = try measured(KnownChance.guesses(64, tries: 16).experiment)
    expect(guesses.causes, holds: 16, within: 0.002)
    expect(guesses.advantage, holds: 16, within: 0.005)
    let birthday = try measured(KnownChance.birthday(64, points: 16).experiment)
    expect(birthday.bad, holds: 120, within: 0.005)
    let adaptive = try measured(KnownChance.adaptive(64, least: 4, most: 64).experiment)
    expect(adaptive.advantage, holds: 11.5, within: 0.12)
    let dishonest = try measured(KnownChance.guesses(64, tries: 16, honesty: 7).experiment)
    expect(dishonest.bad, holds: 16, within: 0.005)
    expect(dishonest.advantage, holds: 11.2, within: 0.05)
    let both = try measured(KnownChance.guessesThenCollides(64, tries: 8, points: 12).experiment)
    expect(both.bad, holds: 74, within: 0.005)
    expect(both.advantage, holds: 66, within: 0.03)
    #expect([guesses, birthday, adaptive, dishonest, both].allSatisfy { $0.logEvidenceAgainstReports < 3 })
    // The two kinds of causes are told apart.
    #expect(both.kinds.map(\.kind) == ["equal digests", "guessed signature"])
  }

  @Test func whatCannotHappenByGuessingHasNoChance() throws {
    let scheme = Scheme(signatureBits: 64, keyBits: 1), hop = SignatureIdealization(scheme: scheme)
    let budget = Budget<SignatureQuery<Scheme>.Kind> { $0 == .verify ? 16 : 0 },
      idle = Idle<SignatureQuery<Scheme>, SignatureAnswer<Scheme>>()
    let ledger = try #require(SignatureLedger(scheme))
    let judgement = try measured(
      AnyExperiment(DistinguishingExperiment(hop, adversary: idle, budget: budget))
        .accounted(ChanceRun(HopWorlds(hop), adversary: idle, budget: budget, ledger: ledger)))
    #expect(judgement.causes.estimate == 0 && judgement.causes.upper < 0.02 * 16 * 0x1p-64 && judgement.advantage.lower == 0)
  }

  @Test func everyPlantedAccountIsCaughtAndTheRightOneIsNot() async {
    for seed in 1...2 as ClosedRange<UInt64> {
      let referee = Referee(source: CoinSource(seed: seed), judge: Judge(alpha: 1e-3), threads: 2)
      let canaries = await referee.chanceCanaries()
      #expect(
        canaries.map(\.name)
          == [
            "chances", "chances-half", "chances-double", "chances-stale", "chances-after-success", "chances-knows-secret",
          ])
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
