import EncryptionAdversaries
import KeySecrecyAdversaries
package import Arena
package import Families
package import GameKit
package import Games
package import Primitives
import Records
import Referee
import Statistics

extension Selection {
  /// The rules of the selection: a twin is a planted defect, or a policy that is changed in what it names.
  package func attackedRules<Base: Suite>(_ base: Base) -> KeySecrecyRules<Base> {
    let defect = twin.flatMap(KeySecrecyDefect.init)
    let assumes = twin != noQuorum.name
    let intact = KeySecrecyRules(base: base, quorum: self["n"], keepsQuorumAssumption: assumes, defect: defect)
    guard let twin, assumes, defect == nil, !ProtocolChain.twins.contains(where: { $0.name == twin }) else { return intact }
    let changes = twin.split(separator: "+").map(String.init)
    guard
      let rules = try? intact.without(
        changes.filter { !RuleTwins.weaker.contains($0) }, with: changes.filter(RuleTwins.weaker.contains))
    else { preconditionFailure("\(twin) is listed as a twin and is no rule") }
    return rules
  }

  package var keySecrecyBudget: Budget<KeySecrecyQuery.Kind> {
    Budget { kind in
      switch kind {
      case .operators: self["q_ops"]
      case .hsms: self["q_hid"]
      case .hosts: self["q_hosts"]
      case .own: self["q_own"]
      case .trusts: self["q_hash"]
      case .operatorForgeries: self["tries"] * self["q_ops"]
      case .hsmForgeries: self["tries"] * self["q_hid"]
      case .openings: self["q_open"]
      case .keys: self["q_dom"]
      case .network: self["q_net"]
      case .challenge: Int(UInt32.max)
      }
    }
  }
}

private let attacks: [Attack<ErasedStage<KeySecrecyQuery, KeySecrecyAnswer>>] =
  Thief.all.map { $0.attack(TestStolenKey.init) } + [
    Attack(
      "portfolio", "runs all attacks, one after another", expects: "the sum of all, about", parts: { $0.portfolioParts() },
      cost: 3
    ) { TestStolenKey(ThiefPortfolio($0.wiring.selection.portfolio(), population: $0.wiring.selection.population)) },
    Attack("random-protocol", "makes random moves, guided by which refusals it has not seen yet", expects: "0", cost: 2) {
      RandomProtocol(population: $0.wiring.selection.population, moves: $0["queries"])
    },
    Attack(
      "honest-run", "founds a domain, adds keys, moves to a successor and tests a key, all by the rules", expects: "0",
      chance: { _ in 0 }
    ) { HonestRun(population: $0.wiring.selection.population) },
    .idle,
  ]

/// What is played.
enum KeySecrecyPart {
  /// The challenge itself: real keys against random ones, in the first game.
  case secrecy
  /// The same in the last game, where nothing is left of the bit.
  case bit
  /// The hop to this game.
  case hop(KeySecrecyStage)
  /// The same with all the games to which it is reduced.
  case chain(ProtocolChain)
}

private struct KeySecrecyBody: SuiteBody {
  let part: KeySecrecyPart
  let adversary: ErasedAdversary<KeySecrecyQuery, KeySecrecyAnswer>

  func experiment<Base: Suite>(on base: Base, _ wiring: Wiring) -> AnyExperiment {
    let (rules, budget) = (wiring.selection.attackedRules(base), wiring.selection.keySecrecyBudget)
    let challenge: KeySecrecyGame<Base>.Challenge = wiring.selection.parameters["random"] == 1 ? .random : .real
    /// The two games of a hop with its reduction beside them.
    func beside<Inner: WinnableGame & SendableMetatype>(_ reduction: KeySecrecyReduction<Base, Inner>) -> AnyExperiment {
      let hop = reduction.hop(challenge)
      return accounted(
        wiring.hop(hop, against: adversary, budget: budget, under: { reduction.simulated(challenge) }), hop)
    }
    func accounted(_ experiment: AnyExperiment, _ hop: KeySecrecyHop<Base>) -> AnyExperiment {
      wiring.accounted(experiment, hop, against: adversary, budget: budget, beside: hop.ledger)
    }
    func secrecy(_ stage: KeySecrecyStage) -> AnyExperiment {
      let (left, right) = (
        { @Sendable in KeySecrecyGame(rules: rules, stage: stage, challenge: .real) },
        { @Sendable in KeySecrecyGame(rules: rules, stage: stage, challenge: .random) }
      )
      let experiment = wiring.worlds(left: left, right: right, against: adversary, budget: budget)
      guard stage == .real else { return experiment }
      guard wiring.selection.twin == nil else {
        return experiment.unaccounted(because: "what is planted makes a difference without a success")
      }
      if let why = wiring.selection.unknownChance { return experiment.unaccounted(because: why) }
      return wiring.accounted(
        experiment, left: left, right: right, against: adversary, budget: budget, beside: KeySecrecyGame.ledger(rules))
    }
    switch part {
    case .secrecy: return secrecy(.real)
    case .bit: return secrecy(.keyless)
    case .hop(.distinctKeys): return beside(rules.toKeyCollision)
    case .hop(.operatorSignatures): return beside(rules.toOperatorForgery)
    case .hop(.hsmSignatures): return beside(rules.toHSMForgery)
    case .hop(.chain): return beside(rules.toCollision)
    case .hop(.encryption):
      let hop = rules.toRecipients(.left).hop(challenge)
      let experiment = wiring.worlds(
        left: { hop.left }, right: { hop.right }, simulatedLeft: { rules.toRecipients(.left).simulated(challenge) },
        simulatedRight: { rules.toRecipients(.right).simulated(challenge) }, against: adversary, budget: budget)
      return experiment.unaccounted(
        because: "the two games are not identical until a cause, and a public key determines its exponent")
    case .chain(let chain):
      return chain.experiment(rules, challenge, on: base, wiring, against: adversary, budget: budget)
    case .hop(let stage):
      let hop = KeySecrecyHop(rules: rules, to: stage, challenge: challenge)
      return accounted(wiring.hop(hop, against: adversary, budget: budget), hop)
    }
  }
}

private func stage(_ part: KeySecrecyPart) -> @Sendable (Wiring) -> ErasedStage<KeySecrecyQuery, KeySecrecyAnswer> {
  { wiring in ErasedStage(wiring) { wiring.selection.open(KeySecrecyBody(part: part, adversary: $0)) } }
}

/// A hop with all the games to which it is reduced, played as one chain.
private func hop(_ chain: ProtocolChain) -> Entry {
  var entry = hop(
    chain.facts, .chain(chain), measure: chain == .encryption ? .independentWorlds : .coupledWorlds, first: chain.adversary,
    parameters: chain.parameters, showcase: chain.showcase, twins: chain.twins, reduction: chain.reduction)
  entry.chain = chain.links
  return entry
}

private func hop(
  _ facts: HopFacts, _ part: KeySecrecyPart, measure: Measure = .coupledWorlds, first: String,
  parameters: [Parameter] = keySecrecyHopParameters, showcase: [String: Int] = [:], twins: [PlantedDefect] = [],
  reduction: Entry.ReductionClaim? = nil
) -> Entry {
  Entry(
    facts, .wholeProtocol, measure: measure, parameters: parameters, showcase: showcase, twins: twins, weight: 64,
    reduction: reduction, attacks: attacks.first(first), chance: Entry.unknown, stage: stage(part))
}

/// A thief's own formula; nobody founds a domain whose quorum is larger than the number of its operators, and so there is nothing
/// to steal.
@Sendable package func theftChance(_ selection: Selection, _ chance: AttackFacts.Chance?) -> Double? {
  Entry.unplanted(selection) { $0["n"] > $0["q_ops"] ? 0 : chance?($0) }
}

/// The reduction plays on the coins of the left game, and so wins in exactly the trials of the bad event.
private func simulated(
  around game: String, _ equation: String, charges: @escaping @Sendable (Selection) -> [Charge] = { _ in [] }
) -> Entry.ReductionClaim {
  .init(words: "the protocol simulated around \(game): \(equation)", agreement: .everyTrial, charges: charges)
}

/// - Parameter keys: how many honest keys there may be.
private func forgery(_ keys: String) -> Entry.ReductionClaim {
  simulated(around: "an unforgeability game", "Pr[bad] = Pr[UF]") {
    [Charge("q_gen", atMost: $0[keys]), Charge("q_own", atMost: $0["q_own"])]
  }
}

private let noQuorum = PlantedDefect("quorum-assumption", by: "break-quorum", meaning: .outsideAssumption)
/// And rules without which something that is not genuine gets in.
private let policyDefects = [noQuorum] + RuleTwins.breachingPolicy

package let keySecrecy = Family(
  attacks: attacks.map(\.facts).first(
    "honest-run", "admit-rogue-hsm", "inject-known-key", "collide-trusts", "collide-keys", "solve-agreement-key",
    "guess-wrap-key", "transplant-keys", "stage-coup", "break-quorum"),
  games: [
    Entry(
      .game, "key-secrecy", "the whole protocol: a domain key, or an independent one",
      claim: """
        Operators, HSMs and hosts by the protocol's own code; the network, n − 1 operators and all rogue entities in the \
        adversary's hands. `test` answers the key that an honest host would be served with (left) or an independent one (right):
            |Pr[A = 1 random] − Pr[A = 1 real]| ≤ \(MainTheorem.formula(of: HopFacts.keySecrecySequence)),  \
        ε_mrpke ≤ \(HopFacts.reduction.bound)
        \(EntityPart.words)
        """,
      source: HopFacts.sequenceSource, measure: .independentWorlds, parameters: keySecrecyParameters,
      showcase: ["q_net": 100, "signatureBits": 8, "hashBits": 12, "keyBits": 12, "groupBits": 20, "tagBits": 10],
      twins: [noQuorum] + RuleTwins.all, changes: RuleTwins.changes, suites: SuiteName.ofPrimitives, weight: 64,
      bound: Epsilons.wholeProtocol.defining(MainTheorem.doubled(HopFacts.keySecrecySequence)), attacks: attacks,
      chance: theftChance, stage: stage(.secrecy))
  ],
  hops: [
    hop(
      .secrecyKeys, .hop(.distinctKeys), first: "collide-keys", showcase: ["keyBits": 10, "q_own": 16],
      reduction: simulated(around: "the generation of all keys", "Pr[bad] = Pr[two of them are equal]") {
        [Charge("q_gen", atMost: $0["q_ops"] + $0["q_hid"] + $0["q_hosts"] + $0["q_own"])]
      }),
    hop(
      .secrecyOperators, .hop(.operatorSignatures), first: "admit-rogue-hsm", showcase: ["signatureBits": 8],
      reduction: forgery("q_ops")),
    hop(
      .secrecyHSMs, .hop(.hsmSignatures), first: "inject-known-key", showcase: ["signatureBits": 8], reduction: forgery("q_hid")),
    hop(
      .secrecyChain, .hop(.chain), first: "collide-trusts", showcase: ["hashBits": 10, "q_hash": 16],
      reduction: simulated(around: "a collision game, by way of B of `ind_cr`", "Pr[bad] = Pr[CR]")),
    hop(.secrecyPolicy, .hop(.policy), first: "stage-coup", twins: policyDefects),
    hop(
      .secrecyWraps, .hop(.recordedWraps), first: "portfolio",
      twins: [.init(KeySecrecyDefect.taglessRecords.rawValue, by: "portfolio")]),
    hop(
      .secrecyEncryption, .hop(.encryption), measure: .independentWorlds, first: "transplant-keys",
      // No chances are known, so tags can be guessed; and where `test` answers random keys the adversary's bit tells.
      parameters: keySecrecyHopParameters.with(["tagBits": 8, "random": 1]),
      showcase: ["q_net": 100, "tagBits": 8, "groupBits": 20, "random": 1],
      reduction: simulated(
        around: "left-or-right multi-recipient encryption", "the adversary's bits are the same in every trial")),
    hop(
      .secrecyKeyless, .hop(.keyless), first: "portfolio",
      twins: [
        .init(KeySecrecyDefect.mixedCoins.rawValue, by: "random-protocol"),
        .init("token.wrap-bound-to-trust", by: "transplant-keys"),
      ]),
    hop(.secrecyBit, .bit, measure: .independentWorlds, first: "portfolio", parameters: keySecrecyParameters),
  ] + ProtocolChain.allCases.map { hop($0) })
