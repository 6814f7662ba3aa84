import Arena
import Catalog
import Referee
import Testing

@Suite struct HashHopTests {
  private let small = [(name: "hashBits", value: 4), (name: "q_hash", value: 16)]

  @Test(arguments: ["ind_cr", "ind_cr-as-published"])
  func theFuzzerFindsNoViolationAndTheReductionCollidesInTheSameTrials(_ hop: String) throws {
    let tally = tally(try select(hop, "fuzz-hashes", small), 50_000)
    #expect(tally.violations == 0 && tally.forfeits == 0)
    #expect(tally.bad > 5_000 && tally.bad < 50_000, "it does reach collisions")
    #expect(tally.reduction.onlyFirst == 0 && tally.reduction.onlySecond == 0 && tally.reduction.both == tally.bad)
  }

  @Test func aHopThatDeniesCollisionsIsCaughtBySearchingThem() throws {
    for (hop, adversary) in [
      ("hash-idealization", "birthday"), ("hash-chain", "splice-chain"), ("key-distinctness", "repeat-keys"),
    ] {
      let bits = (name: hop == "key-distinctness" ? "keyBits" : "hashBits", value: 6)
      let caught = tally(try select(hop, adversary, [bits], twin: "unflagged"), 2_000)
      #expect(caught.firstViolation?.violation.description.contains("differ") == true, "\(hop)")
      let sound = tally(try select(hop, adversary, [bits]), 2_000)
      #expect(sound.violations == 0 && sound.bad == caught.violations, "\(hop): the same trials, flagged")
    }
  }

  @Test func theChainHoldsUnderTheFuzzer() throws {
    let tally = tally(try select("hash-chain", "fuzz-chain", [("hashBits", 5), ("q_node", 8)]), 20_000)
    #expect(tally.violations == 0 && tally.forfeits == 0 && tally.bad > 2_000)
  }

  @Test(arguments: ["birthday", "second-preimage", "check-twice"])
  func anAdversaryHasItsClosedFormula(_ adversary: String) throws {
    let selection = try select("ind_cr", adversary, [("hashBits", 8)])
    let formula = try #require(selection.formula)
    let tally = tally(selection, 40_000)
    #expect(isNear(Double(tally.bad) / 40_000, formula, trials: 40_000))
    #expect(isNear(tally.difference, formula, trials: 40_000), "and says so")
  }

  @Test func aTruncatedHashExceedsTheBoundOfTheFullOne() async throws {
    func verdict(_ twin: String?) async throws -> String {
      let selection = try select("hash-idealization", "birthday", [("hashBits", 12), ("q_work", 64)], twin: twin)
      return await selection.run(
        RunSettings(source: .init(seed: 3), judge: Judge(alpha: 1e-3), rule: StoppingRule(trials: 100_000), threads: 2)
      ).verdict.name
    }
    #expect(try await verdict("truncated") == "boundExceeded")
    #expect(try await verdict(nil) == "boundAttained")
  }

  @Test func anIdealDigestDeterminesItsPointOnlyWhereCheckedPointsAreRemembered() throws {
    let settings = [(name: "hashBits", value: 8), (name: "q_work", value: 32)]
    let published = try select("hash-binding-as-published", "check-twice", settings)
    let formula = try #require(published.formula)
    #expect(isNear(Double(tally(published, 20_000).bad) / 20_000, formula, trials: 20_000))
    for adversary in ["check-twice", "birthday", "fuzz-hashes"] {
      #expect(tally(try select("hash-binding", adversary, settings), 20_000).bad == 0, "\(adversary)")
    }
  }

  @Test(arguments: ["kms", "modern"]) func realHashesShowNothing(_ suite: String) throws {
    for (hop, adversary) in [
      ("ind_cr", "birthday"), ("ind_cr", "fuzz-hashes"), ("hash-chain", "fuzz-chain"), ("key-distinctness", "repeat-keys"),
    ] {
      let tally = tally(try select(hop, adversary, suite: suite), 200)
      #expect(tally.trials == 200 && tally.violations == 0 && tally.bad == 0 && tally.forfeits == 0, "\(hop) \(adversary)")
    }
  }
}
