import Games
import GameKit
import Primitives
import Referee
import Testing

/// Every step of the sequence holds in every trial, on primitives that break often and on real ones.
@Suite struct SequenceTests {
  /// Steps that are checked trial by trial, and whether they have a bad event.
  private static let steps: [(stage: KeySecrecyStage, hasBadEvent: Bool)] = [
    (.distinctKeys, true), (.operatorSignatures, true), (.hsmSignatures, true), (.chain, true), (.policy, false), (.recordedWraps, false),
    (.keyless, false),
  ]

  @Test(arguments: steps.map(\.stage)) func holdsOnWeakPrimitivesAgainstThePortfolioAndRandomMoves(stage: KeySecrecyStage) throws {
    for challenge in KeySecrecyGame<CalibratedSuite>.Challenge.allCases {
      for adversary in [portfolio(weak), random] {
        let tally = try hop(weak, to: stage, with: challenge, adversary, trials: 500)
        #expect(tally.violations == 0 && tally.forfeits == 0, "\(stage.symbol), \(challenge)")
        let mayBeBad = Self.steps.first { $0.stage == stage }?.hasBadEvent == true
        #expect(mayBeBad || tally.bad == 0)
      }
    }
  }

  @Test(arguments: [KeySecrecyStage.distinctKeys, .operatorSignatures, .hsmSignatures, .chain])
  func thePortfolioReachesTheBadEvent(stage: KeySecrecyStage) throws {
    #expect(try hop(weak, to: stage, portfolio(weak), trials: 500).bad > 5)
  }

  @Test(arguments: steps.map(\.stage)) func holdsOnRealPrimitives(stage: KeySecrecyStage) throws {
    #expect(try hop(KMSSuite(requiresLowS: true), to: stage, random, trials: 3).violations == 0)
    #expect(try hop(ModernSuite(), to: stage, random, trials: 5).violations == 0)
    #expect(try hop(ModernSuite(), to: stage, .thief(thieves(strong)[7]), trials: 3).bad == 0)
  }

  /// Plain ECDSA is malleable: the signature hops go bad in every trial, and key secrecy does not notice.
  @Test func maulingBreaksTheSignatureHopsOfECDSAAndNotSecrecy() throws {
    let mauler = thieves(strong)[7]
    #expect(try hop(KMSSuite(), to: .operatorSignatures, .thief(mauler), trials: 4).bad == 4)
    #expect(try hop(KMSSuite(), to: .hsmSignatures, .thief(mauler), trials: 4).bad == 4)
    #expect(try hop(KMSSuite(requiresLowS: true), to: .hsmSignatures, .thief(mauler), trials: 4).bad == 0)
    let tally = try secrecy(KMSSuite(), .thief(mauler), trials: 4)
    #expect(tally.bits.neither == 4)
  }

  /// The reduction around the real service is the game, and the service is broken exactly when the hop goes bad.
  @Test(arguments: [KeySecrecyServices<CalibratedSuite>.Exposed.operators, .hsms])
  func theReductionIsTheGame(exposed: KeySecrecyServices<CalibratedSuite>.Exposed) throws {
    let rules = KeySecrecyRules(base: weak)
    for adversary in [portfolio(weak), random] {
      let experiment = DistinguishingExperiment(
        KeySecrecyUnderReduction(rules: rules, exposed: exposed, challenge: .real), adversary: adversary, budget: plenty)
      #expect(experiment.run(0..<400, source: source).violations == 0)
    }
  }

  /// The reduction around left-or-right encryption is the game on either side of the assumption.
  @Test(arguments: [ChallengeBit.left, .right]) func theReductionToEncryptionIsTheGame(bit: ChallengeBit) {
    for adversary in [portfolio(weak), random] {
      let tally = DistinguishingExperiment(UnderEncryption(bit: bit), adversary: adversary, budget: plenty).run(0..<400, source: source)
      #expect(tally.violations == 0 && tally.forfeits == 0)
    }
    // The twin: around the other side it is another game.
    let crossed = DistinguishingExperiment(UnderEncryption(bit: bit, isCrossed: true), adversary: portfolio(weak), budget: plenty)
    #expect(crossed.run(0..<400, source: source).violations > 0)
  }

  private struct UnderEncryption: Hop {
    let bit: ChallengeBit
    var isCrossed = false
    private var rules: KeySecrecyRules<CalibratedSuite> { KeySecrecyRules(base: weak) }
    private var isRight: Bool { if case .right = bit { true } else { false } }

    var left: KeySecrecyGame<CalibratedSuite> {
      KeySecrecyGame(rules: rules, stage: isRight != isCrossed ? .encryption : .recordedWraps, challenge: .real, exposed: .recipients)
    }
    var right: SimulatedGame<KeySecrecySimulation<CalibratedSuite, RecipientGame<KeySecrecyServices<CalibratedSuite>.Encryption>>> {
      SimulatedGame(
        rules.recipientAdversary(challenge: .real, budget: plenty),
        of: RecipientGame(scheme: weak.encryption, keys: .derived, challenge: bit, recipients: 1 << 16))
    }
    func isBad(_ left: borrowing KeySecrecyGame<CalibratedSuite>) -> Bool { false }
    func relation(
      _ left: borrowing KeySecrecyGame<CalibratedSuite>,
      _ right: borrowing SimulatedGame<KeySecrecySimulation<CalibratedSuite, RecipientGame<KeySecrecyServices<CalibratedSuite>.Encryption>>>
    ) -> Relation { .holds }
  }
}
