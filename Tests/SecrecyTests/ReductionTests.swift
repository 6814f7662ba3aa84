import Adversaries
import GameKit
import Games
import Primitives
import Referee
import Testing

/// The reduction of a hop is the hop's left game, and wins exactly when that goes bad; a wrong one is found out.
@Suite struct ReductionTests {
  private let rules = KeySecrecyRules(base: weak)
  private let adversaries = [portfolio(weak), random]

  /// Lockstep of the game and the reduction, query by query.
  private func expectsTheGame<Inner: WinnableGame & SendableMetatype>(_ reduction: KeySecrecyReduction<CalibratedSuite, Inner>) {
    for adversary in adversaries {
      let hop = KeySecrecyUnderReduction(reduction, challenge: .real)
      let tally = DistinguishingExperiment(hop, adversary: adversary, budget: plenty).run(0..<400, source: source)
      #expect(tally.violations == 0 && tally.forfeits == 0)
    }
  }

  /// The hop with the reduction beside it.
  private func beside<Inner: WinnableGame & SendableMetatype>(
    _ reduction: KeySecrecyReduction<CalibratedSuite, Inner>, _ adversary: KeySecrecyAdversary, trials: UInt64 = 500
  ) -> Tally {
    HopExperiment(reduction.hop(.random), budget: plenty, adversary: adversary, under: { reduction.simulated(.random) })
      .run(0..<trials, source: source)
  }

  private func expectsEveryWin<Inner: WinnableGame & SendableMetatype>(_ reduction: KeySecrecyReduction<CalibratedSuite, Inner>) {
    for adversary in adversaries {
      let tally = beside(reduction, adversary)
      #expect(tally.violations == 0 && tally.forfeits == 0 && tally.reduction.both == tally.bad)
      #expect(tally.reduction.first == tally.reduction.second)
    }
    #expect(beside(reduction, adversaries[0]).bad > 5, "the portfolio makes it bad")
  }

  @Test func theReductionIsTheGame() {
    expectsTheGame(rules.toKeyCollision)
    expectsTheGame(rules.toOperatorForgery)
    expectsTheGame(rules.toHSMForgery)
    expectsTheGame(rules.toCollision)
  }

  @Test func theReductionWinsInExactlyTheTrialsOfTheBadEvent() {
    expectsEveryWin(rules.toKeyCollision)
    expectsEveryWin(rules.toOperatorForgery)
    expectsEveryWin(rules.toHSMForgery)
    expectsEveryWin(rules.toCollision)
  }

  /// Twins: around a game of other keys, signatures or digests the reduction wins elsewhere, or not at all.
  @Test func aReductionToAnotherGameIsFoundOut() {
    let other = CalibratedSuite(signatureBits: 5, keyBits: 8, hashBits: 6, groupBits: 14, cipherKeyBits: 6, tagBits: 6)
    let scheme = ByteStringSigning(other.signing)
    let function = TrustHash(other.hash)
    #expect(beside(rules.toKeyCollision.around { KeyCollision(scheme: scheme) }, portfolio(weak)).violations > 0)
    #expect(beside(rules.toOperatorForgery.around { SignatureForgery(scheme: scheme) }, portfolio(weak)).violations > 0)
    #expect(beside(rules.toHSMForgery.around { SignatureForgery(scheme: scheme) }, portfolio(weak)).violations > 0)
    let collision = rules.toCollision.around {
      SimulatedGame(HashChain(), of: SimulatedGame(CollisionFinder(), of: HashCollision(function)))
    }
    #expect(beside(collision, portfolio(weak)).violations > 0)
  }

  // MARK: Encryption

  private func beside(_ left: ChallengeBit, _ right: ChallengeBit, _ adversary: KeySecrecyAdversary) -> Tally {
    let (hop, rules) = (rules.toRecipients(.left).hop(.random), rules)
    return AssumptionReductionExperiment(
      AssumptionExperiment(left: { hop.left }, right: { hop.right }, adversary: adversary, budget: plenty),
      under: AssumptionExperiment(
        left: { rules.toRecipients(left).simulated(.random) }, right: { rules.toRecipients(right).simulated(.random) },
        adversary: adversary,
        budget: plenty)
    ).run(0..<500, source: source)
  }

  /// The bit that is said in the hop is said around left-or-right encryption; the twin has the two sides swapped.
  @Test func theReductionToEncryptionSaysTheSame() {
    for adversary in adversaries {
      let tally = beside(.left, .right, adversary)
      #expect(tally.violations == 0 && tally.forfeits == 0)
    }
    let reader = stealing(GuessWrapKey(population: population, tries: 4))
    #expect(beside(.left, .right, reader).violations == 0)
    #expect(beside(.right, .left, reader).violations > 0)
  }

  /// The reduction around left-or-right encryption is the game on either side of the assumption, query by query.
  @Test(arguments: [ChallengeBit.left, .right]) func theReductionToEncryptionIsTheGame(bit: ChallengeBit) {
    for adversary in adversaries {
      let tally = DistinguishingExperiment(UnderEncryption(bit: bit), adversary: adversary, budget: plenty).run(
        0..<400, source: source)
      #expect(tally.violations == 0 && tally.forfeits == 0)
    }
    // The twin: around the other side it is another game.
    let crossed = DistinguishingExperiment(UnderEncryption(bit: bit, isCrossed: true), adversary: portfolio(weak), budget: plenty)
    #expect(crossed.run(0..<400, source: source).violations > 0)
  }

  private struct UnderEncryption: Hop {
    typealias Simulated = SimulatedGame<
      KeySecrecySimulation<CalibratedSuite, RecipientGame<KeySecrecyServices<CalibratedSuite>.Encryption>>
    >
    let bit: ChallengeBit
    var isCrossed = false
    private var rules: KeySecrecyRules<CalibratedSuite> { KeySecrecyRules(base: weak) }
    private var isRight: Bool { if case .right = bit { true } else { false } }

    var left: KeySecrecyGame<CalibratedSuite> {
      let hop = rules.toRecipients(bit).hop(.real)
      return isRight != isCrossed ? hop.right : hop.left
    }
    var right: Simulated { rules.toRecipients(bit).simulated(.real) }
    func isBad(_ left: borrowing KeySecrecyGame<CalibratedSuite>) -> Bool { false }
    func relation(_ left: borrowing KeySecrecyGame<CalibratedSuite>, _ right: borrowing Simulated) -> Relation { .holds }
  }
}
