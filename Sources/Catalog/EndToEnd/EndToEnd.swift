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

private typealias ServiceAttack = Attack<ErasedStage<EncryptionServiceQuery, EncryptionServiceAnswer>>

/// The last opening is with the stolen key.
private func thefts(_ thieves: [Thief]) -> [ServiceAttack] {
  thieves.map { $0.attack(leaving: .init(openings: 1), ServiceOver.init) }
}

/// Thefts, and then the forgeries of users' ciphertexts.
private func portfolio(
  _ name: String, _ title: String, expects: String, by means: AttackFacts.Means,
  of thieves: @escaping @Sendable (AttackFacts) -> Bool
) -> ServiceAttack {
  Attack(
    name, title, expects: expects, parts: { $0.portfolioParts(of: thieves) + ["forge-ciphertexts"] }, by: means
  ) { stage in
    let selection = stage.wiring.selection
    return selection.portfolio(of: selection.portfolio(of: thieves), on: selection.population)
  }
}

private let attacks: [ServiceAttack] =
  thefts(Thief.portfolio(on: .calibrated)) + [
    Attack(
      "forge-ciphertexts", "guesses the tag of a user's ciphertext, under every domain key",
      expects: "1 − (1 − forgeries/2^tagBits)^q_dom",
      // The forged ciphertexts are no messages of the protocol; that there is a domain takes some.
      chance: {
        $0["q_net"] >= $0["n"] + 2
          ? ClosedFormula.any($0["q_dom"], of: Double($0["forgeries"]) / .two(to: $0["tagBits"])) : nil
      }, by: .accounted
    ) { stage in
      // Forgers add no key after the domain's.
      var everyKey = stage.wiring.selection.population
      everyKey.keys = stage["q_dom"]
      return stage.wiring.selection.portfolio(of: [], on: everyKey)
    },
    portfolio(
      "everything", "runs all attacks on one domain, one after another", expects: "the sum of all, about", by: .logarithm
    ) { _ in true },
    portfolio(
      "guess-everything", "runs on one domain, one after another, all attacks whose chances are known",
      expects: "the sum of theirs, about", by: .accounted
    ) { $0.means == .accounted },
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
    let rules = KeySecrecyRules(base: base, quorum: wiring["n"])
    if let bad = wiring.twin(SimulatorTwin.self) {
      return wiring.worlds(
        left: { RealService(rules: rules) }, bad, rules, against: adversary, budget: wiring.selection.serviceBudget)
    }
    let (left, right) = ({ @Sendable in RealService(rules: rules) }, { @Sendable in IdealService(rules: rules) })
    let budget = wiring.selection.serviceBudget
    let experiment = wiring.worlds(left: left, right: right, against: adversary, budget: budget)
    if let why = wiring.selection.unknownChance { return experiment.unaccounted(because: why) }
    return wiring.accounted(
      experiment, left: left, right: right, against: adversary, budget: budget, beside: RealService.ledger(rules))
  }
}

/// A step of the simulator's way back: the ideal service over a game of key secrecy, and over the one before.
private struct SimulatorBody: SuiteBody {
  let stage: KeySecrecyStage
  let adversary: ErasedAdversary<EncryptionServiceQuery, EncryptionServiceAnswer>

  func experiment<Base: Suite>(on base: Base, _ wiring: Wiring) -> AnyExperiment {
    let budget = wiring.selection.serviceBudget
    let rules =
      wiring.twin(SimulatorTwin.self) == nil
      ? wiring.selection.attackedRules(base) : KeySecrecyRules(base: base, quorum: wiring["n"])
    func hop(_ step: SimulatorStep<Base>) -> AnyExperiment? {
      wiring.twin(SimulatorTwin.self).map {
        wiring.planted(PlantedSimulatorStep(step, twin: $0), against: adversary, budget: budget)
      }
    }
    func accounted(_ experiment: AnyExperiment, _ step: SimulatorStep<Base>) -> AnyExperiment {
      wiring.accounted(experiment, step, against: adversary, budget: budget, beside: step.ledger)
    }
    func beside<Inner: WinnableGame & SendableMetatype>(_ reduction: KeySecrecyReduction<Base, Inner>) -> AnyExperiment {
      let step = SimulatorStep(reduction.hop(.random))
      return hop(step)
        ?? accounted(
          wiring.hop(
            step, against: adversary, budget: budget, within: { rules.ideal(over: reduction.simulated(.random)) }), step)
    }
    switch stage {
    case .distinctKeys: return beside(rules.toKeyCollision)
    case .operatorSignatures: return beside(rules.toOperatorForgery)
    case .hsmSignatures: return beside(rules.toHSMForgery)
    case .chain: return beside(rules.toCollision)
    default:
      let step = SimulatorStep(KeySecrecyHop(rules: rules, to: stage, challenge: .random))
      return hop(step) ?? accounted(wiring.hop(step, against: adversary, budget: budget), step)
    }
  }
}

private func step(
  _ facts: HopFacts, to stage: KeySecrecyStage, first: String, showcase: [String: Int] = [:], twins: [PlantedDefect] = [],
  around game: String? = nil
) -> Entry {
  Entry(
    facts, .wholeProtocol, parameters: parameters, showcase: showcase, twins: badSimulators + twins, weight: 64,
    reduction: game.map {
      .init(words: "functionality, simulator and the protocol around \($0): Pr[bad] = Pr[won]", agreement: .everyTrial)
    },
    attacks: (attacks + thefts([.stageCoup]) + [fuzzService]).first(first, "use-branches"),
    chance: Entry.unknown
  ) { wiring in ErasedStage(wiring) { wiring.selection.open(SimulatorBody(stage: stage, adversary: $0)) } }
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
      attacks: attacks.first("guess-everything", "everything"), chance: theftChance
    ) { wiring in
      ErasedStage(wiring) { wiring.selection.open(EndToEndBody(adversary: $0)) }
    }
  ],
  hops: [
    step(
      .simulatorPolicy, to: .policy, first: "stage-coup",
      twins: [PlantedDefect("successor.quorum-distinct", by: "stage-coup")]),
    step(
      .simulatorChain, to: .chain, first: "collide-trusts", showcase: ["hashBits": 10, "q_hash": 16],
      around: "a collision game"),
    step(
      .simulatorHSMs, to: .hsmSignatures, first: "inject-known-key", showcase: ["signatureBits": 8],
      around: "an unforgeability game"),
    step(
      .simulatorOperators, to: .operatorSignatures, first: "admit-rogue-hsm", showcase: ["signatureBits": 8],
      around: "an unforgeability game"),
    step(
      .simulatorKeys, to: .distinctKeys, first: "collide-keys", showcase: ["keyBits": 10, "q_own": 16],
      around: "the generation of all keys"),
  ])
