import Adversaries
import Arena
import Catalog
import Coins
import GameKit
import Games
import Primitives
import Referee
import Testing

/// The simulator's way back: each step is one of key secrecy, under functionality and simulator.
@Suite struct SimulatorStepTests {
  private static let steps: [(hop: String, adversary: String, weak: [(name: String, value: Int)])] = [
    ("simulator-chain", "collide-trusts", [("hashBits", 6)]),
    ("simulator-hsms", "inject-known-key", [("signatureBits", 5)]),
    ("simulator-operators", "admit-rogue-hsm", [("signatureBits", 5)]),
    ("simulator-keys", "collide-keys", [("keyBits", 7), ("q_own", 16)]),
  ]
  private static let names = ["simulator-policy"] + steps.map(\.hop)

  /// Until the bad event nothing differs, and the reduction wins in exactly the trials of the bad event.
  @Test(arguments: steps) func isIdenticalUntilBadAndTheReductionWinsThen(
    _ hop: String, _ adversary: String, _ weak: [(name: String, value: Int)]
  ) throws {
    let run = tally(try select(hop, adversary, weak), 150)
    #expect(run.violations == 0 && run.forfeits == 0, "\(String(describing: run.firstViolation))")
    #expect(run.bad > 3 && run.reduction.both == run.bad && run.reduction.first == run.reduction.second)
    #expect(run.bits.onlyFirst + run.bits.onlySecond <= run.bad)
    #expect(tally(try select(hop, "use-branches", weak), 20).violations == 0)
  }

  /// Its bad event left out, each step claims too much.
  @Test func withoutItsBadEventAStepIsRefuted() {
    let (weak, size) = (KeySecrecyRules(base: CalibratedSuite(signatureBits: 4, keyBits: 6, hashBits: 6)), DomainSize())
    func violations(
      _ step: KeySecrecyHop<CalibratedSuite>, _ thief: some KeyThief
    ) -> (claimed: UInt64, withoutEvent: UInt64) {
      let (hop, thief, budget) = (
        SimulatorStep(step), ServiceOver(thief), Budget<EncryptionServiceQuery.Kind> { _ in 400 }
      )
      func run<H: Hop<EncryptionServiceQuery, EncryptionServiceAnswer>>(_ hop: H) -> UInt64 {
        DistinguishingExperiment(hop, adversary: thief, budget: budget).run(0..<40, source: CoinSource(seed: 3)).violations
      }
      return (run(hop), run(UnflaggedHop(hop)))
    }
    for (claimed, withoutEvent) in [
      violations(weak.toKeyCollision.hop(.random), CollideKeys(population: size, rogues: 15)),
      violations(weak.toOperatorForgery.hop(.random), AdmitRogueHSM(population: size, tries: 8)),
      violations(weak.toHSMForgery.hop(.random), InjectKnownKey(population: size, tries: 8)),
      violations(weak.toCollision.hop(.random), CollideTrusts(population: size, trusts: 12)),
    ] {
      #expect(claimed == 0 && withoutEvent > 0)
    }
  }

  @Test(arguments: names) func aBadSimulatorIsCaught(_ hop: String) throws {
    for twin in SimulatorTwin.allCases {
      let tally = tally(try select(hop, "use-branches", twin: twin.rawValue), 2)
      guard case .answersDiffer? = tally.firstViolation?.violation else {
        Issue.record("\(hop), \(twin): \(String(describing: tally.firstViolation))")
        continue
      }
    }
  }

  /// The only difference is a rule: the step that has no bad event needs it.
  @Test func theIdealPolicyIsThePolicyWithItsRules() throws {
    let twin = "successor.quorum-distinct"
    #expect(tally(try select("simulator-policy", "stage-coup"), 10).violations == 0)
    #expect(tally(try select("simulator-policy", "stage-coup", twin: twin), 3).violations == 3)
  }

  @Test(arguments: names) func theFuzzerFindsNothing(_ hop: String) throws {
    let feeble = [
      ("signatureBits", 2), ("keyBits", 6), ("hashBits", 6), ("groupBits", 4), ("cipherKeyBits", 3), ("tagBits", 2),
      ("queries", 60),
    ]
    let tally = tally(try select(hop, "fuzz-service", feeble.map { (name: $0.0, value: $0.1) }), 100)
    #expect(tally.violations == 0 && tally.forfeits == 0, "\(String(describing: tally.firstViolation))")
  }

  private func account(_ selection: Selection, _ trials: UInt64) throws -> ChanceTally {
    let chances = try #require(selection.experiment.chances)
    return chances(Trials(0..<trials), CoinSource(seed: 3))
  }

  /// The steps have their causes on the way back, too: as often as the bad event is seen, the chances say.
  @Test(arguments: [
    ("simulator-keys", "collide-keys", "keyBits", 7), ("simulator-operators", "admit-rogue-hsm", "signatureBits", 4),
    ("simulator-hsms", "inject-known-key", "signatureBits", 4), ("simulator-chain", "collide-trusts", "hashBits", 7),
  ]) func theWayBackHasTheChancesOfTheSteps(_ hop: String, _ adversary: String, _ bits: String, _ size: Int) throws {
    let selection = try select(hop, adversary, [(name: bits, value: size)])
    let account = try account(selection, 800)
    #expect(account.violations == 0, "\(String(describing: account.first))")
    let judged = Judge(alpha: 1e-3).judge(account, measure: .coupledWorlds, bound: selection.boundValue)
    let played = tally(selection, 2000)
    #expect(played.bad > 0 && played.forfeits == 0)
    #expect(isNear(Double(played.bad) / 2000, judged.bad.estimate, trials: 800), "\(played.bad) of 2000, \(judged.bad)")
    // At sizes at which nobody could count.
    let strong = try self.account(try select(hop, adversary), 50)
    #expect(strong.violations == 0 && strong.reports.contains { $0.key.chance.value > 0 && $0.key.chance.value < 0x1p-50 })
  }
}
