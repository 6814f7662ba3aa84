import Adversaries
import Games
import GameKit
import Primitives
import Referee
import Testing

/// A calibrated thief succeeds as often as the closed formula says, and wins exactly when it succeeds.
@Suite struct ThiefTests {
  /// Within five standard deviations.
  private func expects(
    _ chance: Double, _ thief: some KeyThief, _ suite: CalibratedSuite, trials: UInt64 = 3000, _ name: Comment
  ) throws {
    let tally = try secrecy(suite, stealing(thief), trials: trials)
    #expect(tally.bits.onlyFirst == 0 && tally.bits.both == 0 && tally.forfeits == 0, name)
    let (mean, deviation) = (chance * Double(trials), (Double(trials) * chance * (1 - chance)).squareRoot())
    #expect(abs(Double(tally.bits.onlySecond) - mean) < 5 * deviation, "\(name): \(tally.bits.onlySecond), expected \(mean)")
  }

  private func any(_ count: Int, of chance: Double) -> Double {
    1 - (0..<count).reduce(1) { product, _ in product * (1 - chance) }
  }

  @Test func forgersSucceedAsOftenAsGuessesAreRight() throws {
    let suite = CalibratedSuite(signatureBits: 5)
    try expects(any(2, of: 2 / 32), AdmitRogueHSM(population: population, tries: 2), suite, "two honest operators")
    try expects(any(2, of: 3 / 32), InjectKnownKey(population: population, tries: 3), suite, "two HSMs")
  }

  @Test func transplantsSucceedAsOftenAsTagsAreGuessed() throws {
    try expects(
      7 / 64, TransplantKeys(population: population, tries: 7), CalibratedSuite(tagBits: 6), "seven tags of 64")
  }

  @Test func guessedKeysOpen() throws {
    try expects(
      any(2, of: 3 / 64), GuessWrapKey(population: population, tries: 3), CalibratedSuite(cipherKeyBits: 6),
      "three keys for each of two HSMs")
  }

  @Test func collidingTrustsAreFoundAmongPairsOfBothSorts() throws {
    // 8 × 8 pairs of digests of 9 bits, nearly independent.
    try expects(
      any(64, of: 1 / 512), CollideTrusts(population: population, trusts: 8), CalibratedSuite(hashBits: 9),
      "8 trusts of either sort")
  }

  @Test func collidingKeysAreFound() throws {
    // Keys of 8 bits: identities of two honest operators, 8 rogue ones.
    try expects(
      any(8, of: 2 / 256), CollideKeys(population: population, rogues: 8), CalibratedSuite(keyBits: 8),
      "8 rogue operators")
  }

  /// The walk finds what Shoup's bound allows a generic algorithm, up to a few steps.
  @Test func discreteLogarithmsFallAtTheGenericRate() throws {
    let suite = CalibratedSuite(groupBits: 14)
    let one = DomainSize(operators: 2, hsms: 1, quorum: 2, keys: 1)
    let thief = SolveAgreementKey(
      population: one, logarithm: DiscreteLogarithm(group: group(suite), method: .collision, work: 60))
    let tally = try secrecy(suite, stealing(thief), trials: 3000)
    let chance = any(60, of: 30.0 / 16381)
    #expect(abs(Double(tally.bits.onlySecond) / 3000 - chance) < 0.03)
  }

  /// Every move that may be right by chance is counted as a guess, so a budget of none leaves no chance however weak the
  /// primitives are.
  @Test func whoMayNotGuessBreaksNothing() throws {
    let frail = CalibratedSuite(signatureBits: 1, tagBits: 1)
    let none = Budget<KeySecrecyQuery.Kind> { [.operatorForgeries, .hsmForgeries, .openings].contains($0) ? 0 : 10_000 }
    let walk = KeySecrecyAdversary(RandomProtocol(population: population, moves: 400))
    for stage in [KeySecrecyStage.operatorSignatures, .hsmSignatures] {
      let hop = KeySecrecyHop(rules: KeySecrecyRules(base: frail), to: stage, challenge: .real)
      func bad(_ budget: Budget<KeySecrecyQuery.Kind>) -> UInt64 {
        DistinguishingExperiment(hop, adversary: walk, budget: budget).run(0..<200, source: source, order: .leftFirst).bad
      }
      #expect(bad(none) == 0 && bad(plenty) > 0)
    }
    func stolen(_ tries: Int) throws -> UInt64 {
      try secrecy(frail, stealing(TransplantKeys(population: population, tries: tries)), trials: 200).bits.onlySecond
    }
    #expect(try stolen(0) == 0 && stolen(1) > 0)
  }

  @Test func theQuorumBreakerNeedsTheAssumptionDropped() throws {
    let coup = stealing(BreakQuorum(population: population))
    #expect(try secrecy(strong, coup, trials: 50).bits.neither == 50)
    #expect(try secrecy(strong, assumption: false, coup, trials: 50).bits.onlySecond == 50)
  }

  @Test func thePortfolioStealsNothingFromStrongOrRealPrimitives() throws {
    #expect(try secrecy(strong, portfolio(strong), trials: 300).bits.neither == 300)
    let real = stealing(
      ThiefPortfolio(thieves(strong).filter { $0.name != "solve-agreement-key" }, population: population))
    #expect(try secrecy(KMSSuite(requiresLowS: true), real, trials: 2).bits.neither == 2)
    #expect(try secrecy(ModernSuite(), real, trials: 2).bits.neither == 2)
  }
}
