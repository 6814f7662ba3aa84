import Arena
import Catalog
import Primitives
import Coins
import Games
import Referee
import Testing

@Suite struct ServiceHopTests {
  private static let hops = ["service-keys", "service-cipher", "service-ideal"]
  /// Everything can be broken, and is: forged tokens, colliding trusts and identities, guessed keys, repeated nonces.
  private static let feeble = [
    ("signatureBits", 2), ("keyBits", 6), ("hashBits", 6), ("groupBits", 4), ("cipherKeyBits", 3), ("nonceBits", 2),
    ("tagBits", 2),
    ("queries", 120),
  ].map { (name: $0.0, value: $0.1) }

  @Test(arguments: hops) func theFuzzerFindsNoViolationWhereEverythingBreaks(_ hop: String) throws {
    let tally = tally(try select(hop, "fuzz-service", Self.feeble), 2_000)
    #expect(tally.violations == 0 && tally.forfeits == 0 && tally.trials == 2_000, "\(String(describing: tally.firstViolation))")
    #expect(tally.bits.both > 200, "it reads messages")
  }

  @Test(arguments: hops) func noAdversaryFindsAViolation(_ hop: String) throws {
    for adversary in try #require(Catalog.registry.hops.first { $0.name == hop }).adversaries {
      let weak = tally(try select(hop, adversary, [("tagBits", 4), ("cipherKeyBits", 4), ("nonceBits", 4)]), 200)
      let strong = tally(try select(hop, adversary, [("tagBits", 64)]), 200)
      #expect(weak.violations == 0 && weak.forfeits == 0 && strong.violations == 0 && strong.forfeits == 0, "\(adversary)")
    }
  }

  @Test(arguments: hops) func noAdversaryFindsAViolationOnRealSuites(_ hop: String) throws {
    let entry = try #require(Catalog.registry.hops.first { $0.name == hop })
    for suite in [SuiteName.kms, .modern] {
      for adversary in entry.adversaries {
        let tally = tally(try select(hop, adversary, suite: suite.rawValue), 4)
        #expect(tally.violations == 0 && tally.forfeits == 0 && tally.trials == 4, "\(suite) \(adversary)")
      }
    }
  }

  @Test(arguments: hops, ServiceTwin.allCases) func aPlantedDefectIsCaught(_ hop: String, _ twin: ServiceTwin) throws {
    for suite in ["calibrated", "modern"] {
      let tally = tally(try select(hop, "use-service", twin: twin.rawValue, suite: suite), 2)
      guard case .answersDiffer? = tally.firstViolation?.violation else {
        Issue.record("\(hop), \(twin): \(String(describing: tally.firstViolation))")
        continue
      }
      #expect(tally.violations == 2)
    }
  }

  @Test(arguments: ["calibrated", "kms"]) func aWatchOnUsersMessagesIsAnOracleForKeys(_ suite: String) throws {
    let watched = tally(try select("service-keys", "echo-key", twin: "watched-replies", suite: suite), 3)
    #expect(watched.violations == 3)
    #expect(tally(try select("service-keys", "echo-key", suite: suite), 3).violations == 0)
    #expect(abs(tally(try select("service", "echo-key", twin: "watched-replies", suite: suite), 3).difference) == 1)
    #expect(tally(try select("service", "echo-key", suite: suite), 3).difference == 0)
  }
}
