import Adversaries
import GameKit
import Games
import Primitives
import Records
import Referee
import Statistics

// The theorem itself: the encryption service against all attacks, under the sum of all terms.

private let endToEndParameters =
  keySecrecyParameters + [
    Parameter("forgeries", 2, in: 0...1_000_000, "forged ciphertexts for each domain key")
  ]

let endToEndAdversaries = keySecrecyThieves.filter { $0 != "maul-protocol" } + ["forge-ciphertexts", "everything"]

let endToEndFacts = [
  AdversaryFacts(
    "forge-ciphertexts", "guesses the tag of a user's ciphertext, under every domain key",
    expectation: "1 − (1 − forgeries/2^tagBits)^q_dom"),
  AdversaryFacts("everything", "runs all attacks on one domain, one after another", expectation: "the sum of all, about"),
]

let endToEndGames = [
  Entry(
    name: "end-to-end", kind: .game, title: "the theorem: the encryption service, real or ideal, against every attack",
    claim: """
      Left, the real service; right, functionality and simulator. The attacks go all the way from the network to a user's message:
          |Pr[A = 1 ideal] − Pr[A = 1 real]| ≤ \(MainTheorem.formula)
      """,
    source: "the paper's main theorem; docs/model.md, section 3.8", badEvent: "none", parameters: endToEndParameters,
    showcase: Dictionary(
      TheoremTerm.common.filter { setting in endToEndParameters.contains { $0.name == setting.name } }, uniquingKeysWith: { $1 }),
    adversaries: ["everything"] + endToEndAdversaries.filter { $0 != "everything" } + ["idle"], weight: 64,
    calibratedOnly: ["solve-agreement-key"],
    bound: Epsilons.wholeProtocol.defining(MainTheorem.bound),
    experiment: EndToEnd.build, formula: endToEndFormula,
    attacks: { $0.adversary == "everything" ? $0.portfolioNames + ["forge-ciphertexts"] : [] })
]

private func endToEndFormula(_ selection: Selection) -> Double? {
  // The last opening is with the stolen key.
  guard selection.adversary == "forge-ciphertexts" else {
    return keySecrecyFormula(selection, openings: max(0, selection["q_open"] - 1))
  }
  guard selection.suite.isCalibrated else { return nil }
  if selection["n"] > selection["q_ops"] { return 0 }
  // The forged ciphertexts are no messages of the protocol; that there is a domain takes some.
  guard selection["q_net"] >= selection["n"] + 2 else { return nil }
  return ClosedFormula.any(selection["q_dom"], of: Double(selection["forgeries"]) / .two(to: selection["tagBits"]))
}

private enum EndToEnd {
  @Sendable static func build(_ selection: Selection) -> AnyExperiment {
    switch selection.suite {
    case .calibrated: build(selection.calibratedSuite, selection, Specialised.self)
    case .kms: build(KMSSuite(), selection, Shared.self)
    case .kmsLowS: build(KMSSuite(requiresLowS: true), selection, Shared.self)
    case .modern: build(ModernSuite(), selection, Shared.self)
    }
  }

  private static func build<Base: Primitives.Suite, C: Compilation>(_ base: Base, _ selection: Selection, _ compilation: C.Type)
    -> AnyExperiment
  {
    let rules = KeySecrecyRules(base: base, quorum: selection["n"]).serving
    return C.hide(
      AssumptionExperiment(
        left: { RealService(rules: rules) }, right: { IdealService(rules: rules) }, adversary: strategy(base.cipher, selection),
        budget: budget(selection), coupling: selection.coupling))
  }

  private static func strategy<C: AEAD>(_ cipher: C, _ selection: Selection) -> ServiceStrategy<C> {
    // Forgers add no key after the domain's.
    var everyKey = selection.population
    everyKey.keys = selection["q_dom"]
    switch selection.adversary {
    case "idle": return .idle
    case "forge-ciphertexts":
      return .portfolio(
        ServicePortfolio(thieves: [], population: everyKey, cipher: cipher, tries: selection["forgeries"]))
    case "everything":
      return .portfolio(
        ServicePortfolio(
          thieves: selection.portfolio, population: selection.population, cipher: cipher, tries: selection["forgeries"]))
    // The last opening is with the stolen key.
    default: return .over(ServiceOver(selection.thief(selection.adversary, leaving: .init(openings: 1))))
    }
  }

  /// What an attack on key secrecy has, and what users ask.
  private static func budget(_ selection: Selection) -> Budget<EncryptionServiceQuery.Kind> {
    let keys = selection.keySecrecyBudget
    return Budget { kind in
      switch kind {
      case .encryptions: selection["q_dom"] + 1
      case .decryptions: selection["q_dom"] * selection["forgeries"]
      default: kind.underlying.map { keys[$0] } ?? 0
      }
    }
  }
}
