import Arena
import Catalog
import Primitives
import Referee
import Testing

@Suite struct RecipientHopTests {
  private static let hops = ["hop1false", "hop1true", "hop2"]

  @Test(arguments: hops) func theFuzzerFindsNoViolationInATinyGroup(_ hop: String) throws {
    let settings = [("groupBits", 4), ("cipherKeyBits", 3), ("nonceBits", 2), ("tagBits", 2), ("q_dec", 16)]
    let tally = tally(try select(hop, "fuzz-recipients", settings.map { (name: $0.0, value: $0.1) }), 20_000)
    #expect(tally.violations == 0 && tally.forfeits == 0 && tally.trials == 20_000)
    #expect(tally.bits.both > 1_000, "it reads right messages, with tags of two bits")
  }

  @Test(arguments: hops) func noAdversaryFindsAViolation(_ hop: String) throws {
    for adversary in try #require(Catalog.registry.hops.first { $0.name == hop }).adversaries {
      let tally = tally(try select(hop, adversary, [("groupBits", 6), ("tagBits", 4)]), 1_000)
      #expect(tally.violations == 0 && tally.forfeits == 0, "\(adversary)")
    }
  }

  @Test(arguments: hops) func noAdversaryFindsAViolationOnRealSuites(_ hop: String) throws {
    let entry = try #require(Catalog.registry.hops.first { $0.name == hop })
    for suite in [SuiteName.kms, .modern] {
      for adversary in entry.adversaries(on: suite) {
        let tally = tally(try select(hop, adversary, suite: suite.rawValue), 8)
        #expect(tally.violations == 0 && tally.forfeits == 0 && tally.trials == 8, "\(suite) \(adversary)")
      }
    }
  }

  @Test(arguments: hops) func aPlantedDefectIsCaught(_ hop: String) throws {
    for (twin, adversary) in [("tagless-record", "transplant-tag"), ("swapped-parts", "fuzz-recipients")] {
      let tally = tally(try select(hop, adversary, twin: twin), 2_000)
      guard case .answersDiffer? = tally.firstViolation?.violation else {
        Issue.record("\(hop), \(twin): \(String(describing: tally.firstViolation))")
        continue
      }
    }
  }

  @Test func withoutAnAuthenticatedTagTheSecondReductionFails() throws {
    #expect(tally(try select("hop2", "transplant-tag", twin: "tag-not-authenticated"), 100).violations == 100)
    #expect(tally(try select("hop2", "transplant-tag"), 100).violations == 0)
  }

  @Test(arguments: ["solve-key", "guess-exponent", "forge-tag", "guess-session-key", "transplant-tag"])
  func anAdversaryHasItsClosedFormula(_ adversary: String) throws {
    let settings = [("groupBits", 10), ("work", 32), ("tagBits", 6), ("cipherKeyBits", 6)]
    let selection = try select("mrpke", adversary, settings.map { (name: $0.0, value: $0.1) })
    let formula = try #require(selection.formula)
    #expect(isNear(tally(selection, 20_000).difference, formula, trials: 20_000))
  }

  /// The reduction guesses the bit, so half of the advantage is all that it can keep: without the factor 2 the bound is wrong.
  @Test func theReductionToDiffieHellmanKeepsHalfOfTheAdvantage() throws {
    let settings = [(name: "groupBits", value: 10), (name: "work", value: 40)]
    let whole = tally(try select("reduction", "solve-key", settings), 40_000).difference
    let half = abs(tally(try select("odh", "b1-solve-key", settings), 40_000).difference)
    let rest = tally(try select("aead-multi", "b2-solve-key", settings), 40_000).difference
    #expect(rest == 0)
    #expect(whole > 1.8 * half && whole < 2.2 * half)
  }

  @Test func aSuiteHasADefaultAdversaryOfItsOwn() throws {
    let entry = try #require(Catalog.registry.games.first { $0.name == "mrpke" })
    #expect(try Catalog.registry.select(entry, adversary: nil, suite: "calibrated", settings: []).adversary == "solve-key")
    #expect(try Catalog.registry.select(entry, adversary: nil, suite: "kms", settings: []).adversary == "fuzz-recipients")
    #expect(throws: CatalogError.self) { try Catalog.registry.select(entry, adversary: "solve-key", suite: "kms", settings: []) }
    #expect(throws: CatalogError.self) {
      try Catalog.registry.select(entry, adversary: nil, suite: "kms", settings: [("groupBits", 8)])
    }
  }

  @Test func recordsDoNotDependOnTheNumberOfThreads() async throws {
    for (hop, adversary) in [("hop2", "fuzz-recipients"), ("ind_cr", "birthday"), ("odh", "solve-odh")] {
      let selection = try select(hop, adversary)
      var tallies: [Tally] = []
      for threads in [1, 2] {
        let referee = Referee(source: .init(seed: 9), judge: Judge(alpha: 1e-3), threads: threads)
        tallies.append(
          await referee.run(
            selection.experiment, bound: selection.boundValue, rule: StoppingRule(trials: 10_000), blockSize: 512
          ).tally)
      }
      #expect(tallies[0] == tallies[1], "\(hop)")
    }
  }
}
