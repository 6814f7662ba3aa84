import Adversaries
import Arena
import Catalog
import Coins
import GameKit
import Games
import Primitives
import Referee
import Testing

@Suite struct ServiceTests {
  @Test(
    arguments: ["forge-service-ciphertext", "guess-service-key", "repeat-service-nonce", "corrupt-host", "guess-and-tell"],
    ["service", "service-aead"])
  func anAdversaryHasItsClosedFormula(_ adversary: String, _ entry: String) throws {
    let settings = [("q_dom", 3), ("tries", 4), ("q_enc", 6), ("tagBits", 6), ("cipherKeyBits", 6), ("nonceBits", 6)]
    let selection = try select(entry, adversary, settings.map { (name: $0.0, value: $0.1) })
    let formula = try #require(selection.formula)
    #expect(formula > 0.05)
    let tally = tally(selection, 4_000)
    #expect(tally.forfeits == 0)
    #expect(isNear(tally.difference, formula, trials: 4_000), "\(tally.difference) against \(formula)")
  }

  /// The reduction that plants one key keeps one part in q_dom: without the factor the bound would be wrong.
  @Test(arguments: [3, 6]) func theHybridKeepsOnePartOfManyKeys(_ keys: Int) throws {
    let settings = [(name: "q_dom", value: keys), (name: "tries", value: 8), (name: "tagBits", value: 5)]
    let one = try select("service-one-key", "forge-service-ciphertext", settings)
    let formula = try #require(one.formula)
    let tally = tally(one, 6_000)
    #expect(tally.forfeits == 0)
    #expect(isNear(tally.difference, formula, trials: 6_000), "\(tally.difference) against \(formula)")
    let whole = try select("service-aead", "forge-service-ciphertext", settings)
    let all = try #require(whole.formula)
    #expect(all > 8.0 / 32 && all > formula * Double(keys) * 0.999, "more keys are more chances")
  }

  @Test func aDefectiveIdealIsToldFromTheRealService() throws {
    #expect(tally(try select("service", "use-service", [("tagBits", 64)]), 200).difference == 0)
    for twin in ["forgetful", "data-blind", "handle-for-instance", "lengthless"] {
      #expect(tally(try select("service", "use-service", [("tagBits", 64)], twin: twin), 200).difference == 1, "\(twin)")
    }
  }

  /// An attack on key secrecy is one on the service: the stolen key opens what a user has encrypted.
  @Test func aThiefOfKeysBreaksTheService() throws {
    func advantage(_ tries: UInt64) -> Double {
      let rules = KeySecrecyRules(base: CalibratedSuite(cipherKeyBits: 6))
      let experiment = AssumptionExperiment(
        left: { RealService(rules: rules) }, right: { IdealService(rules: rules) },
        adversary: ServiceOver(GuessWrappedKey(tries: tries)), budget: Budget { _ in 100 })
      let tally = experiment.run(0..<4_000, source: CoinSource(seed: 5))
      #expect(tally.forfeits == 0)
      return tally.difference
    }
    #expect(advantage(0) == 0)
    #expect(isNear(advantage(16), 0.25, trials: 4_000))
    #expect(advantage(64) == 1)
  }

  /// The simulator may run the last game of key secrecy as well as the first: there the sequence has been walked once, and no
  /// factor 2 is left.
  @Test(arguments: KeySecrecyStage.allCases) func theIdealServiceStandsOnEveryGameOfKeySecrecy(_ stage: KeySecrecyStage) {
    let rules = KeySecrecyRules(base: CalibratedSuite(cipherKeyBits: 4, nonceBits: 3, tagBits: 4))
    let budget = Budget<EncryptionServiceQuery.Kind> { _ in 400 }
    let fuzz = FuzzService(queries: 100)
    let source = CoinSource(seed: 11)
    let cipher = DistinguishingExperiment(
      RandomKeysAreACipher(rules: rules, stage: stage, budget: budget), adversary: fuzz, budget: budget)
    let ideal = DistinguishingExperiment(
      ZerosAreIdeal(rules: rules, stage: stage, budget: budget), adversary: fuzz, budget: budget)
    for tally in [cipher.run(0..<300, source: source), ideal.run(0..<300, source: source)] {
      #expect(tally.violations == 0 && tally.forfeits == 0 && tally.bits.both > 30)
    }
  }

  @Test(arguments: ["calibrated", "modern"]) func aTrialReplays(_ suite: String) throws {
    for entry in ["service", "service-keys", "service-one-key"] {
      let selection = try select(entry, "forge-service-ciphertext", suite: suite)
      let experiment = selection.experiment
      let first = experiment.replay(trial: 7, source: CoinSource(seed: 3))
      let second = experiment.replay(trial: 7, source: CoinSource(seed: 3))
      #expect(first == second && first.steps.count > 5, "\(entry)")
      #expect(first != experiment.replay(trial: 8, source: CoinSource(seed: 3)), "\(entry)")
    }
  }
}

/// Tries symmetric keys on the wrapped keys of an honest domain.
private struct GuessWrappedKey: KeyThief {
  let tries: UInt64

  func steal(
    _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    var operators: [Int] = []
    var endorsements: [Int] = []
    for _ in 0..<2 {
      if case .operator(let number, identity: _) = try oracle.ask(.newOperator(isHonest: true)) { operators.append(number) }
    }
    guard case .hsm(let hsm, identity: _, agreementKey: _) = try oracle.ask(.newHSM),
      case .host(let host, identity: _) = try oracle.ask(.newHost),
      case .trust(let trust, fingerprint: _) = try oracle.ask(
        .trust(TrustSketch(operators: operators, hsms: [hsm], hosts: [host], quorum: 2)))
    else { return nil }
    for maker in operators {
      if case .endorsement(let number) = try oracle.ask(.authorise(operator: maker, trust: trust)) { endorsements.append(number) }
    }
    guard case .token(let empty) = try oracle.ask(.found(hsm: hsm, trust: trust, endorsements: endorsements)),
      case .done = try oracle.ask(.install(host: host, trust: trust)),
      case .token(let token) = try oracle.ask(.addKey(hsm: hsm, token: empty, handle: 0))
    else { return nil }
    for candidate in 0..<tries {
      if case .keys(let keys) = try oracle.ask(.openWithKey(token: token, hsm: hsm, candidate: candidate)),
        let key = keys.first?.key
      {
        return StolenKey(request: KeyRequest(host: host, hsm: hsm, token: token, handle: 0), key: key)
      }
    }
    return nil
  }
}
