import Games
import GameKit
import Primitives
import Referee
import Testing

/// Every step of the sequence holds in every trial, on primitives that break often and on real ones.
@Suite struct SequenceTests {
  /// Steps that are checked trial by trial: all but the assumption.
  private static let steps = KeySecrecyStage.allCases.filter { $0.step != nil && $0 != .encryption }

  /// Nothing differs before the bad event, so the adversary ends otherwise in no other trial: in none at all where the step is
  /// perfect.
  @Test(arguments: steps) func holdsOnWeakPrimitivesAgainstThePortfolioAndRandomMoves(stage: KeySecrecyStage) throws {
    for challenge in KeySecrecyGame<CalibratedSuite>.Challenge.allCases {
      for adversary in [portfolio(weak), random] {
        let tally = try hop(weak, to: stage, with: challenge, adversary, trials: 500)
        #expect(tally.violations == 0 && tally.forfeits == 0, "\(stage.symbol), \(challenge)")
        #expect(tally.bits.onlyFirst + tally.bits.onlySecond <= tally.bad, "\(stage.symbol), \(challenge)")
      }
    }
  }

  @Test(arguments: [KeySecrecyStage.distinctKeys, .operatorSignatures, .hsmSignatures, .chain])
  func thePortfolioReachesTheBadEvent(stage: KeySecrecyStage) throws {
    #expect(try hop(weak, to: stage, portfolio(weak), trials: 500).bad > 5)
  }

  @Test(arguments: steps) func holdsOnRealPrimitives(stage: KeySecrecyStage) throws {
    #expect(try hop(KMSSuite(requiresLowS: true), to: stage, random, trials: 3).violations == 0)
    #expect(try hop(ModernSuite(), to: stage, random, trials: 5).violations == 0)
    #expect(try hop(ModernSuite(), to: stage, stealing(mauler), trials: 3).bad == 0)
  }

  /// Plain ECDSA is malleable: the signature hops go bad in every trial, and key secrecy does not notice.
  @Test func maulingBreaksTheSignatureHopsOfECDSAAndNotSecrecy() throws {
    #expect(try hop(KMSSuite(), to: .operatorSignatures, stealing(mauler), trials: 4).bad == 4)
    #expect(try hop(KMSSuite(), to: .hsmSignatures, stealing(mauler), trials: 4).bad == 4)
    #expect(try hop(KMSSuite(requiresLowS: true), to: .hsmSignatures, stealing(mauler), trials: 4).bad == 0)
    let tally = try secrecy(KMSSuite(), stealing(mauler), trials: 4)
    #expect(tally.bits.neither == 4)
  }

  /// A step takes one thing from the game before it: it is named once, and no two have it in common.
  @Test func everyStepHasItsOwnFacts() {
    let facts = KeySecrecyStage.allCases.compactMap(\.step?.facts)
    #expect(facts.count == KeySecrecyStage.allCases.count - 1)
    #expect(Set(facts.map(\.name)).count == facts.count)
    #expect(facts.map { $0.badEvent == nil } == facts.map { $0.bound == 0 || $0.name == "secrecy-encryption" })
  }
}
