import KeySecrecyAdversaries
import KeySecrecyFamily
import ServiceAdversaries
import ServiceFamily
import Arena
package import Families
import GameKit
import Games
import Primitives
import Records
import Referee
import Statistics

// The theorem itself: the encryption service against all attacks, under the sum of all terms.

private let parameters =
  keySecrecyParameters + [
    Parameter("forgeries", 2, in: 0...1_000_000, "forged ciphertexts for each domain key")
  ]

private let attacks: [Attack<ErasedStage<EncryptionServiceQuery, EncryptionServiceAnswer>>] =
  // The last opening is with the stolen key.
  Thief.all.filter { $0.joins(.calibrated) }.map { $0.attack(leaving: .init(openings: 1), ServiceOver.init) } + [
    Attack(
      "forge-ciphertexts", "guesses the tag of a user's ciphertext, under every domain key",
      expects: "1 − (1 − forgeries/2^tagBits)^q_dom",
      // The forged ciphertexts are no messages of the protocol; that there is a domain takes some.
      chance: {
        $0["q_net"] >= $0["n"] + 2
          ? ClosedFormula.any($0["q_dom"], of: Double($0["forgeries"]) / .two(to: $0["tagBits"])) : nil
      }
    ) { stage in
      // Forgers add no key after the domain's.
      var everyKey = stage.wiring.selection.population
      everyKey.keys = stage["q_dom"]
      return stage.wiring.selection.portfolio(of: [], on: everyKey)
    },
    Attack(
      "everything", "runs all attacks on one domain, one after another", expects: "the sum of all, about",
      parts: { $0.portfolioParts + ["forge-ciphertexts"] }
    ) { $0.wiring.selection.portfolio(of: $0.wiring.selection.portfolio, on: $0.wiring.selection.population) },
    useBranches,
    .idle,
  ]

extension Selection {
  fileprivate func portfolio(of thieves: [NamedThief], on population: DomainSize) -> ServicePortfolio {
    ServicePortfolio(thieves: thieves, population: population, cipher: primitives.anyCipher, tries: self["forgeries"])
  }

  /// What an attack on key secrecy has, and what users ask.
  fileprivate var serviceBudget: Budget<EncryptionServiceQuery.Kind> {
    let keys = keySecrecyBudget
    return Budget { kind in
      switch kind {
      case .encryptions: self["q_dom"] + 1
      case .decryptions: self["q_dom"] * self["forgeries"]
      default: kind.underlying.map { keys[$0] } ?? 0
      }
    }
  }
}

private struct EndToEndBody: SuiteBody {
  let adversary: ErasedAdversary<EncryptionServiceQuery, EncryptionServiceAnswer>

  func experiment<Base: Suite>(on base: Base, _ wiring: Wiring) -> AnyExperiment {
    let rules = KeySecrecyRules(base: base, quorum: wiring["n"]).serving
    if let bad = wiring.twin(SimulatorTwin.self) {
      return wiring.worlds(
        left: { RealService(rules: rules) }, bad, rules, against: adversary, budget: wiring.selection.serviceBudget)
    }
    return wiring.worlds(
      left: { RealService(rules: rules) }, right: { IdealService(rules: rules) }, against: adversary,
      budget: wiring.selection.serviceBudget)
  }
}

package let endToEnd = Family(
  attacks: attacks.map(\.facts),
  games: [
    Entry(
      .game, "end-to-end", "the theorem: the encryption service, real or ideal, against every attack",
      claim: """
        Left, the real service; right, functionality and simulator. The attacks go all the way from the network to a user's \
        message:
            |Pr[A = 1 ideal] − Pr[A = 1 real]| ≤ \(MainTheorem.formula)
        """,
      source: "the paper's main theorem; docs/model.md, section 3.8", measure: .independentWorlds, parameters: parameters,
      showcase: Dictionary(
        TheoremTerm.common.filter { setting in parameters.contains { $0.name == setting.name } }, uniquingKeysWith: { $1 }),
      twins: badSimulators, suites: SuiteName.ofPrimitives, weight: 64,
      bound: Epsilons.wholeProtocol.defining(MainTheorem.bound),
      attacks: attacks.first("everything"), chance: theftChance
    ) { wiring in
      ErasedStage(wiring) { wiring.selection.open(EndToEndBody(adversary: $0)) }
    }
  ])
