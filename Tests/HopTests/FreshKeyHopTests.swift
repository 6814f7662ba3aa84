import Arena
import Catalog
import Enumeration
import Referee
import Testing

/// From fresh keys to the cipher game: two hops, paid by the assumption twice.
@Suite struct FreshKeyHopTests {
  private let small = [
    (name: "tagBits", value: 4), (name: "q_dec", value: 16), (name: "cipherKeyBits", value: 6), (name: "nonceBits", value: 3),
  ]

  @Test func withLeftMessagesTheHopIsPerfect() throws {
    let tally = tally(try select("fresh-keys-left", "fuzz-fresh-keys", small), 20_000)
    #expect(tally.violations == 0 && tally.forfeits == 0 && tally.bad == 0)
    #expect(tally.bits.both > 1_000, "it does forge")
  }

  @Test func withRightMessagesTheForgerWinsInExactlyTheTrialsWithAForgery() throws {
    let tally = tally(try select("fresh-keys-right", "fuzz-fresh-keys", small), 20_000)
    #expect(tally.violations == 0 && tally.forfeits == 0 && tally.bad > 1_000 && tally.bad < 20_000)
    #expect(tally.reduction.both == tally.bad && tally.reduction.onlyFirst == 0 && tally.reduction.onlySecond == 0)
  }

  @Test func aReductionThatSharesAKeyIsCaught() throws {
    for hop in ["fresh-keys-left", "fresh-keys-right"] {
      let shared = tally(try select(hop, "fuzz-fresh-keys", twin: "shared-key"), 1_000)
      guard case .answersDiffer? = shared.firstViolation?.violation else {
        Issue.record("\(hop): \(String(describing: shared.firstViolation))")
        continue
      }
    }
    #expect(
      tally(try select("fresh-keys-left", "forge-fresh-key", twin: "shared-key"), 1_000).violations == 0,
      "one key is never shared")
  }

  @Test func aHopThatDeniesForgeriesIsCaughtByForging() throws {
    let settings = [(name: "tagBits", value: 4)]
    let caught = tally(try select("fresh-keys-right", "forge-fresh-key", settings, twin: "unflagged"), 2_000)
    let sound = tally(try select("fresh-keys-right", "forge-fresh-key", settings), 2_000)
    #expect(sound.violations == 0 && caught.violations == sound.bad && sound.bad > 300)
  }

  @Test(arguments: ["kms"]) func realCiphersShowNothing(_ suite: String) throws {
    for hop in ["fresh-keys-left", "fresh-keys-right"] {
      for adversary in ["fuzz-fresh-keys", "forge-fresh-key"] {
        let tally = tally(try select(hop, adversary, suite: suite), 200)
        #expect(tally.violations == 0 && tally.forfeits == 0 && tally.bad == 0 && tally.trials == 200)
      }
    }
  }

  /// Adv(aead-multi, A) ≤ Adv(aead, B(A)) + Adv(aead, F(A)), over all coins: 2 of 4 tags, and B's adversary learns nothing but by
  /// forging.
  @Test func theTermsAreExact() throws {
    func advantage(_ name: String, _ adversary: String) throws -> Rational {
      let settings = [("tagBits", 2), ("q_dec", 2), ("cipherKeyBits", 1), ("nonceBits", 1)].map { (name: $0.0, value: $0.1) }
      return try ExactProbabilities(
        select(name, adversary, settings).experiment, limit: 1_000_000
      ).advantage
    }
    #expect(try advantage("aead-multi", "forge-fresh-key") == Rational(1, over: 2))
    #expect(try advantage("aead", "bridge-forge-fresh-key") == 0)
    #expect(try advantage("aead", "forger-forge-fresh-key") == Rational(1, over: 2))
  }

  @Test func theHopsAreExact() throws {
    let settings = [("tagBits", 2), ("q_dec", 3), ("cipherKeyBits", 1), ("nonceBits", 1)].map { (name: $0.0, value: $0.1) }
    let left = try select("fresh-keys-left", "forge-fresh-key", settings).experiment
    let worlds = try #require(try ExactDistributions(left, limit: 1_000_000))
    #expect(worlds.distance == 0 && worlds.leftViews > 100)
    let right = try ExactProbabilities(select("fresh-keys-right", "forge-fresh-key", settings).experiment, limit: 1_000_000)
    #expect(right.bad == Rational(3, over: 4) && right.reduction == right.bad)
    #expect(right.violation == 0 && right.disagreement == 0 && right.forfeit == 0)
  }
}
