import Games
import GameKit
import Primitives
import Referee
import Testing

/// Every step of the sequence holds in every trial, on primitives that break often and on real ones.
@Suite struct SequenceTests {
  /// Steps that are checked trial by trial, and whether they have a bad event.
  private static let steps: [(stage: KeySecrecyStage, hasBadEvent: Bool)] = [
    (.distinctKeys, true), (.operatorSignatures, true), (.hsmSignatures, true), (.chain, true), (.policy, false),
    (.recordedWraps, false),
    (.keyless, false),
  ]

  @Test(arguments: steps.map(\.stage)) func holdsOnWeakPrimitivesAgainstThePortfolioAndRandomMoves(stage: KeySecrecyStage) throws
  {
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
}
