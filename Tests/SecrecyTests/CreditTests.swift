import Adversaries
import GameKit
import Games
import Primitives
import Referee
import Testing

/// A portfolio says which of its attacks won a trial.
@Suite struct CreditTests {
  @Test func theOnlyPrimitiveThatBreaksNamesTheAttack() throws {
    let frail: [(CalibratedSuite, Set<String>)] = [
      (CalibratedSuite(signatureBits: 4), ["admit-rogue-hsm", "inject-known-key"]),
      (CalibratedSuite(keyBits: 7), ["collide-keys"]),
      (CalibratedSuite(hashBits: 6), ["collide-trusts", "transplant-keys"]),
      (CalibratedSuite(groupBits: 12), ["solve-agreement-key"]),
      (CalibratedSuite(cipherKeyBits: 5), ["guess-wrap-key"]), (CalibratedSuite(tagBits: 5), ["transplant-keys"]),
    ]
    // Under a fingerprint that two trusts have, keys that are moved have the right tag.
    for (suite, attacks) in frail {
      let tally = try secrecy(suite, portfolio(suite), trials: 150)
      #expect(Set(tally.credits.keys) == attacks)
      #expect(tally.credits.values.reduce(0, +) == tally.bits.onlyFirst + tally.bits.onlySecond)
    }
    #expect(try secrecy(strong, portfolio(strong), trials: 100).credits.isEmpty)
  }

  /// An attack that the budget does not suffice for is given up, and the others are played.
  @Test func aPoorPortfolioGoesOn() throws {
    let suite = CalibratedSuite(tagBits: 5)
    let game = { @Sendable in KeySecrecyGame(rules: KeySecrecyRules(base: suite), stage: .real, challenge: .real) }
    let other = { @Sendable in KeySecrecyGame(rules: KeySecrecyRules(base: suite), stage: .real, challenge: .random) }
    let poor = Budget<KeySecrecyQuery.Kind> { $0 == .hosts ? 1 : 10_000 }
    let tally = AssumptionExperiment(left: game, right: other, adversary: portfolio(suite), budget: poor).run(
      0..<150, source: source)
    #expect(tally.forfeits == 0 && tally.credits["transplant-keys", default: 0] > 0)
  }

  /// The bad event is credited to the attack in which it occurred, although the portfolio goes on after it.
  @Test func inAHopTheBadEventIsCredited() throws {
    for (stage, attacks) in [
      (KeySecrecyStage.operatorSignatures, ["admit-rogue-hsm"]), (.hsmSignatures, ["inject-known-key"]),
      (.chain, ["collide-trusts"]),
    ] {
      let tally = try hop(weak, to: stage, portfolio(weak), trials: 600)
      #expect(tally.bad > 5 && tally.credits.values.reduce(0, +) == tally.bad)
      #expect(tally.credits.max { $0.value < $1.value }?.key == attacks[0])
    }
  }
}
