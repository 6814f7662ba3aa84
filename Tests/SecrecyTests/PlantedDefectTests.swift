import Adversaries
import Games
import GameKit
import Primitives
import Referee
import Testing

/// Each planted defect is caught by an adversary that finds nothing in the intact game.
@Suite struct PlantedDefectTests {
  private func caught(
    _ stage: KeySecrecyStage, without rules: [String] = [], assumption: Bool = true, defect: KeySecrecyDefect? = nil,
    _ adversary: KeySecrecyAdversary
  ) throws -> (intact: UInt64, defective: UInt64) {
    (
      try hop(strong, to: stage, adversary, trials: 40).violations,
      try hop(strong, to: stage, without: rules, assumption: assumption, defect: defect, adversary, trials: 40).violations
    )
  }

  @Test func transplantingFindsRecordsWithoutTags() throws {
    let transplant = stealing(TransplantKeys(population: population, tries: 1))
    #expect(try caught(.recordedWraps, defect: .taglessRecords, transplant) == (0, 40))
  }

  @Test func randomMovesFindMixedCoins() throws {
    let tally = try hop(strong, to: .keyless, defect: .mixedCoins, random, trials: 1000)
    #expect(tally.violations > 0)
    #expect(try hop(strong, to: .keyless, random, trials: 1000).violations == 0)
  }

  /// Keys of three bits happen to stand in the token that gives them out: an HSM that watches for them refuses, and answers where
  /// zeros are in their places.
  @Test func aWatchForKeysTellsThemFromZeros() {
    let rules = KeySecrecyRules(base: CalibratedSuite(keyBits: 3, cipherKeyBits: 1))
    let random = KeySecrecyAdversary(RandomProtocol(population: DomainSize(), moves: 150))
    func violations(_ rules: KeySecrecyRules<CalibratedSuite>, _ trials: Range<UInt64>) -> UInt64 {
      DistinguishingExperiment(KeySecrecyHop(rules: rules, to: .keyless, challenge: .real), adversary: random, budget: plenty)
        .run(trials, source: source, order: .leftFirst).violations
    }
    let pieces = stride(from: UInt64(0), to: 20_000, by: 200).map { $0..<$0 + 200 }
    let told = pieces.first { violations(rules.watchingReplies, $0) > 0 }
    #expect(told.map { violations(rules, $0) } == 0)
  }

  @Test func theSlicesMixWithoutTheTagRule() throws {
    let transplant = stealing(TransplantKeys(population: population, tries: 1))
    #expect(try caught(.keyless, without: ["token.wrap-bound-to-trust"], transplant) == (0, 40))
  }

  @Test(arguments: [
    "successor.quorum-distinct", "successor.quorum-of-parent", "successor.signatures-verify", "operator.genuine-entities",
  ])
  func aCoupFindsEachRuleThatKeepsStrangersOut(rule: String) throws {
    let coup = stealing(StageCoup(population: population))
    #expect(try caught(.policy, without: [rule], coup) == (0, 40))
  }

  /// Without the quorum assumption the step still is identical until bad; the planted claim that nothing is ever bad is refuted.
  @Test func nDishonestOperatorsCauseTheBadEventOfThePolicy() throws {
    let coup = stealing(BreakQuorum(population: population))
    let tally = try hop(strong, to: .policy, assumption: false, coup, trials: 40)
    #expect(tally.bad == 40 && tally.violations == 0)
    #expect(try hop(strong, to: .policy, coup, trials: 40).bad == 0)
  }

  @Test(arguments: ["successor.quorum-distinct", "successor.signatures-verify", "token.signature-verifies"])
  func secrecyFallsWithoutARule(rule: String) throws {
    let thief =
      switch rule {
      case "successor.quorum-distinct": stealing(mauler)
      case "successor.signatures-verify": stealing(AdmitRogueHSM(population: population, tries: 1))
      default: stealing(InjectKnownKey(population: population, tries: 1))
      }
    // "Random" is said in the random world only.
    let suite = ModernSuite()
    if rule == "successor.quorum-distinct" {
      // Ed25519 cannot be mauled: the twin signature is on kms.
      #expect(try secrecy(KMSSuite(), without: [rule], thief, trials: 2).bits.onlySecond == 2)
      #expect(try secrecy(KMSSuite(), thief, trials: 2).bits.neither == 2)
    } else {
      #expect(try secrecy(suite, without: [rule], thief, trials: 2).bits.onlySecond == 2)
      #expect(try secrecy(suite, thief, trials: 2).bits.neither == 2)
    }
  }
}
