import Arena
import Catalog
import Referee
import Testing

/// Each defect is caught by a named adversary, which the intact scheme resists.
@Suite struct EncryptionDefectTests {
  private struct Case: Sendable, CustomTestStringConvertible {
    let twin: String
    let entry: String
    let adversary: String
    var settings: [String: Int] = [:]
    var suite = "calibrated"
    var trials: UInt64 = 400
    var testDescription: String { "\(twin), \(entry), \(adversary), \(suite)" }
  }

  private static let cases = [
    Case(twin: "tag-not-authenticated", entry: "mrpke", adversary: "transplant-tag"),
    Case(twin: "tag-not-authenticated", entry: "mrpke", adversary: "transplant-tag", suite: "kms", trials: 20),
    Case(
      twin: "unchecked", entry: "mrpke", adversary: "small-subgroup",
      settings: ["q_dec": 1024, "q_kdf": 1024, "groupBits": 15, "tagBits": 40]),
    Case(twin: "ephemeral-reused", entry: "mrpke", adversary: "repeated-nonce", settings: ["nonceBits": 2, "q_lor": 5]),
    Case(twin: "ephemeral-reused", entry: "odh", adversary: "repeat-challenge"),
    Case(twin: "unhashed", entry: "odh", adversary: "shift-ephemeral"),
    Case(twin: "ephemeral-not-bound", entry: "mrpke", adversary: "maul-ephemeral", suite: "kms", trials: 20),
    Case(twin: "ephemeral-not-bound", entry: "mrpke", adversary: "maul-ephemeral", suite: "modern", trials: 20),
    Case(twin: "ephemeral-not-bound", entry: "odh", adversary: "equivalent-ephemeral", suite: "kms", trials: 20),
    Case(twin: "ephemeral-not-bound", entry: "odh", adversary: "equivalent-ephemeral", suite: "modern", trials: 20),
  ]

  @Test(arguments: cases) private func aDefectIsCaughtAndTheIntactSchemeResists(_ item: Case) throws {
    let settings = item.settings.map { (name: $0.key, value: $0.value) }
    let defective = tally(try select(item.entry, item.adversary, settings, twin: item.twin, suite: item.suite), item.trials)
    let intact = tally(try select(item.entry, item.adversary, settings, suite: item.suite), item.trials)
    #expect(defective.forfeits == 0 && intact.forfeits == 0)
    #expect(abs(defective.difference) > 0.9, "\(defective.bits)")
    #expect(abs(intact.difference) < 0.05, "\(intact.bits)")
  }

  @Test func theCipherGameAsPublishedIsLostAndTheCorrectedOneIsNot() throws {
    for suite in ["calibrated", "kms"] {
      #expect(tally(try select("aead-as-published", "encrypt-then-decrypt", suite: suite), 100).difference == 1)
      #expect(tally(try select("aead", "encrypt-then-decrypt", suite: suite), 100).difference == 0)
    }
  }

  @Test func forgingAndGuessingHaveTheirClosedFormulas() throws {
    for adversary in ["forge-ciphertext", "guess-cipher-key"] {
      let selection = try select("aead", adversary, [("tagBits", 6), ("cipherKeyBits", 6)])
      let formula = try #require(selection.formula)
      #expect(isNear(tally(selection, 20_000).difference, formula, trials: 20_000), "\(adversary)")
    }
  }
}
