import Adversaries
import Arena
import GameKit
import Games
import Primitives
import Records
import Referee
import Statistics

/// A thief with all that its row says: it plays key secrecy by itself and in a portfolio, and the whole protocol end to end.
struct Thief {
  let facts: AttackFacts
  /// What is known of its success; nil where nothing is.
  let chance: @Sendable (Heist) -> Double?
  /// Whether a portfolio on this suite includes it.
  let joins: @Sendable (SuiteName) -> Bool
  let named: @Sendable (Heist) -> NamedThief

  init<T: KeyThief>(
    _ name: String, _ title: String, expects: String, on suites: [SuiteName]? = nil,
    joins: @escaping @Sendable (SuiteName) -> Bool = { _ in true },
    chance: @escaping @Sendable (Heist) -> Double? = { _ in nil }, _ thief: @escaping @Sendable (Heist) -> T
  ) {
    self.init(name, title, expects: expects, on: suites, joins: joins, chance: chance) { NamedThief(name, thief($0)) }
  }

  /// On a domain that stands already.
  init<T: DomainThief>(
    _ name: String, _ title: String, expects: String, on suites: [SuiteName]? = nil,
    joins: @escaping @Sendable (SuiteName) -> Bool = { _ in true },
    chance: @escaping @Sendable (Heist) -> Double? = { _ in nil }, _ thief: @escaping @Sendable (Heist) -> T
  ) {
    self.init(name, title, expects: expects, on: suites, joins: joins, chance: chance) { NamedThief(name, thief($0)) }
  }

  private init(
    _ name: String, _ title: String, expects: String, on suites: [SuiteName]?, joins: @escaping @Sendable (SuiteName) -> Bool,
    chance: @escaping @Sendable (Heist) -> Double?, named: @escaping @Sendable (Heist) -> NamedThief
  ) {
    facts = AttackFacts(name, title, expects: expects, on: suites)
    (self.joins, self.chance, self.named) = (joins, chance, named)
  }

  /// Its row in a game whose adversary makes `Adversary` of the thief.
  func attack<S: Stage, A: Adversary<S.Query, S.Answer>>(
    leaving reserve: Heist.Reserve = .init(), _ adversary: @escaping @Sendable (NamedThief) -> A
  ) -> Attack<S> {
    let chance = chance, named = named
    let facts = AttackFacts(
      facts.name, facts.title, expects: facts.expectation, on: facts.suites,
      chance: { chance(Heist($0, leaving: reserve)) })
    return Attack(facts) { $0.experiment(against: adversary(named(Heist($0.wiring.selection, leaving: reserve)))) }
  }

  static func portfolio(on suite: SuiteName) -> [Thief] { all.filter { $0.joins(suite) } }
}

/// What a thief has to do with: the parameters, less what it leaves to others.
struct Heist {
  let selection: Selection
  let reserve: Reserve

  /// What the attacks of a portfolio leave to each other of the budgets that more than one of them needs.
  struct Reserve {
    var trusts = 0, rogues = 0, openings = 0, forgeries = 0
  }

  init(_ selection: Selection, leaving reserve: Reserve) { (self.selection, self.reserve) = (selection, reserve) }

  subscript(parameter: String) -> Int { selection[parameter] }
  var population: DomainSize { selection.population }
  var openings: Int { max(0, self["q_open"] - reserve.openings) }

  /// Whether the budget of messages has room for these beside the signatures of a quorum, the founding and the installation of a
  /// domain.
  func suffices(_ messages: Int) -> Bool { self["q_net"] >= self["n"] + 2 + messages }
}

extension Thief {
  static let all: [Thief] = [
    Thief(
      "admit-rogue-hsm",
      "forges the signature that is missing for a quorum, has keys wrapped to a rogue HSM and tests one",
      expects: "1 − (1 − tries/2^signatureBits)^h, for h honest operators",
      chance: { heist in
        let quorum = heist["n"]
        return heist.suffices(quorum - 1 + 2)
          ? ClosedFormula.any(heist["q_ops"] - (quorum - 1), of: Double(heist["tries"]) / .two(to: heist["signatureBits"])) : nil
      }
    ) { AdmitRogueHSM(population: $0.population, tries: $0["tries"]) },
    Thief(
      "inject-known-key", "forges an HSM's signature on a token with its own key",
      expects: "1 − (1 − tries/2^signatureBits)^q_hid",
      chance: {
        $0.suffices(1 + $0["n"] + $0["q_hid"] * $0["tries"])
          ? ClosedFormula.any($0["q_hid"], of: Double($0["tries"]) / .two(to: $0["signatureBits"])) : nil
      }
    ) { InjectKnownKey(population: $0.population, tries: max(0, $0["tries"] - $0.reserve.forgeries)) },
    Thief(
      "collide-trusts", "finds an honest trust and one of its own with one fingerprint, and moves keys from one to the other",
      expects: "some q_hash²/(4·2^hashBits)"
    ) { CollideTrusts(population: $0.population, trusts: max(1, ($0["q_hash"] - $0.reserve.trusts) / 2)) },
    Thief(
      "collide-keys", "makes rogue operators until one is an honest one's twin, and signs in its name",
      expects: "1 − (1 − h/2^keyBits)^(q_own − 1), for h honest operators"
    ) { CollideKeys(population: $0.population, rogues: max(0, $0["q_own"] - 1 - $0.reserve.rogues)) },
    Thief(
      "solve-agreement-key", "computes an HSM's agreement secret", expects: "some work²/(2·2^groupBits)", on: [.calibrated],
      // No logarithm is found in a real group.
      joins: { $0.isCalibrated }
    ) {
      SolveAgreementKey(
        population: $0.population,
        logarithm: DiscreteLogarithm(group: CalibratedGroup(bits: $0["groupBits"]), method: .collision, work: $0["work"]))
    },
    Thief(
      "guess-wrap-key", "tries symmetric keys on wrapped keys", expects: "q_open/2^cipherKeyBits, about"
    ) { GuessWrapKey(population: $0.population, tries: $0.openings / $0["q_hid"]) },
    Thief(
      "transplant-keys", "puts an honest token's keys under a trust of its own, with a guessed tag",
      expects: "q_open/2^tagBits",
      chance: {
        $0.suffices(1 + 2 * ($0.openings + 1) + 1) ? min(1, Double($0.openings) / .two(to: $0["tagBits"])) : nil
      }
    ) { TransplantKeys(population: $0.population, tries: $0.openings) },
    Thief(
      "maul-protocol", "changes signatures into others on the same statement",
      expects: "0 against secrecy; breaks the hops of kms in every trial",
      // A random function has one value, so that nothing is gained by mauling it.
      joins: { !$0.isCalibrated }
    ) { MaulProtocol(population: $0.population) },
    Thief(
      "break-quorum", "has n dishonest operators admit a rogue HSM", expects: "0; 1 without the quorum assumption",
      joins: { _ in false }, chance: { _ in 0 }
    ) { BreakQuorum(population: $0.population) },
    Thief(
      "stage-coup", "has a rogue HSM admitted by all endorsements that can be had, twice over",
      expects: "0; 1 without a rule about successors", joins: { _ in false }
    ) { StageCoup(population: $0.population) },
    Thief(
      "tree-search", "searches moves on a model of the game until a key is stolen, and plays them",
      expects: "0; 1 without a rule that matters", joins: { _ in false }
    ) {
      TreeSearch(
        model: KeySecrecyGame(rules: $0.selection.attackedRules(CalibratedSuite()), stage: .real, challenge: .real),
        population: $0.population)
    },
  ]
}

extension Selection {
  /// Every attack may add one key to a token, or another one after it.
  var population: DomainSize {
    DomainSize(operators: self["q_ops"], hsms: self["q_hid"], quorum: self["n"], keys: max(1, self["q_dom"] - 3))
  }

  /// All attacks, with budgets that suffice for all of them together.
  var portfolio: [NamedThief] {
    let reserve = Heist.Reserve(
      trusts: 8, rogues: 6, openings: (self["q_open"] + self["q_hid"] + 1) / 2, forgeries: suite.isCalibrated ? 0 : 1)
    return Thief.portfolio(on: suite).map { $0.named(Heist(self, leaving: reserve)) }
  }

  /// What a run with a portfolio credits its trials to.
  var portfolioParts: [String] { Thief.portfolio(on: suite).map(\.facts.name) }

  /// The rules of the selection: a twin is a planted defect, or the policy without the rule that it names.
  func attackedRules<Base: Suite>(_ base: Base) -> KeySecrecyRules<Base> {
    let defect = twin.flatMap(KeySecrecyDefect.init)
    let assumes = twin != noQuorum.name
    let intact = KeySecrecyRules(base: base, quorum: self["n"], keepsQuorumAssumption: assumes, defect: defect)
    guard let twin, assumes, defect == nil else { return intact }
    guard let rules = try? intact.without([twin]) else { preconditionFailure("\(twin) is listed as a twin and is no rule") }
    return rules
  }

  var keySecrecyBudget: Budget<KeySecrecyQuery.Kind> {
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
      "portfolio", "runs all attacks, one after another", expects: "the sum of all, about", parts: \.portfolioParts
    ) { TestStolenKey(ThiefPortfolio($0.wiring.selection.portfolio, population: $0.wiring.selection.population)) },
    Attack("random-protocol", "makes random moves, guided by which refusals it has not seen yet", expects: "0") {
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
}

private struct KeySecrecyBody: SuiteBody {
  let part: KeySecrecyPart
  let adversary: ErasedAdversary<KeySecrecyQuery, KeySecrecyAnswer>

  func experiment<Base: Suite>(on base: Base, _ wiring: Wiring) -> AnyExperiment {
    let (rules, budget) = (wiring.selection.attackedRules(base), wiring.selection.keySecrecyBudget)
    let challenge: KeySecrecyGame<Base>.Challenge = wiring.selection.parameters["random"] == 1 ? .random : .real
    /// The two games of a hop with its reduction beside them.
    func beside<Inner: WinnableGame & SendableMetatype>(_ reduction: KeySecrecyReduction<Base, Inner>) -> AnyExperiment {
      wiring.hop(
        reduction.hop(challenge), against: adversary, budget: budget, under: { reduction.simulated(challenge) })
    }
    func secrecy(_ stage: KeySecrecyStage) -> AnyExperiment {
      wiring.worlds(
        left: { KeySecrecyGame(rules: rules, stage: stage, challenge: .real) },
        right: { KeySecrecyGame(rules: rules, stage: stage, challenge: .random) }, against: adversary, budget: budget)
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
      return wiring.worlds(
        left: { hop.left }, right: { hop.right }, simulatedLeft: { rules.toRecipients(.left).simulated(challenge) },
        simulatedRight: { rules.toRecipients(.right).simulated(challenge) }, against: adversary, budget: budget)
    case .hop(let stage):
      return wiring.hop(
        KeySecrecyHop(rules: rules, to: stage, challenge: challenge), against: adversary, budget: budget)
    }
  }
}

private func stage(_ part: KeySecrecyPart) -> @Sendable (Wiring) -> ErasedStage<KeySecrecyQuery, KeySecrecyAnswer> {
  { wiring in ErasedStage(wiring) { wiring.selection.open(KeySecrecyBody(part: part, adversary: $0)) } }
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
@Sendable func theftChance(_ selection: Selection, _ chance: AttackFacts.Chance?) -> Double? {
  Entry.unplanted(selection) { $0["n"] > $0["q_ops"] ? 0 : chance?($0) }
}

/// The reduction plays on the coins of the left game, and so wins in exactly the trials of the bad event.
private func simulated(around game: String, _ equation: String) -> Entry.ReductionClaim {
  .init(words: "the protocol simulated around \(game): \(equation)", agreement: .everyTrial)
}
private let forgery = simulated(around: "an unforgeability game", "Pr[bad] = Pr[UF]")

private let noQuorum = PlantedDefect("quorum-assumption", by: "break-quorum")
/// And rules without which something that is not genuine gets in.
private let policyDefects =
  [noQuorum]
  + [
    "successor.quorum-distinct", "successor.quorum-of-parent", "successor.signatures-verify", "operator.genuine-entities",
  ].map { PlantedDefect($0, by: "stage-coup") }
/// Rules without which a key is stolen or known although nothing that is not genuine gets in.
private let tokenDefects = [
  "token.signer-is-member", "token.signature-verifies", "token.signature-covers-keys", "token.wrap-bound-to-trust",
].map { PlantedDefect($0, by: "tree-search") }

let keySecrecy = Family(
  attacks: attacks.map(\.facts).first(
    "honest-run", "admit-rogue-hsm", "inject-known-key", "collide-trusts", "collide-keys", "solve-agreement-key",
    "guess-wrap-key", "transplant-keys", "stage-coup", "break-quorum"),
  games: [
    Entry(
      .game, "key-secrecy", "the whole protocol: a domain key, or an independent one",
      claim: """
        Operators, HSMs and hosts by the protocol's own code; the network, n − 1 operators and all rogue entities in the \
        adversary's hands. \
        `test` answers the key that an honest host would be served with (left) or an independent one (right):
            |Pr[A = 1 random] − Pr[A = 1 real]| ≤ \(MainTheorem.formula(of: HopFacts.keySecrecySequence)),  ε_mrpke ≤ \(HopFacts.reduction.bound)
        """,
      source: HopFacts.sequenceSource, measure: .independentWorlds, parameters: keySecrecyParameters,
      showcase: ["q_net": 100, "signatureBits": 8, "hashBits": 12, "keyBits": 12, "groupBits": 20, "tagBits": 10],
      twins: policyDefects + tokenDefects, suites: SuiteName.ofPrimitives, weight: 64,
      bound: Epsilons.wholeProtocol.defining(MainTheorem.doubled(HopFacts.keySecrecySequence)), attacks: attacks,
      chance: theftChance, stage: stage(.secrecy))
  ],
  hops: [
    hop(
      .secrecyKeys, .hop(.distinctKeys), first: "collide-keys", showcase: ["keyBits": 10, "q_own": 16],
      reduction: simulated(around: "the generation of all keys", "Pr[bad] = Pr[two of them are equal]")),
    hop(
      .secrecyOperators, .hop(.operatorSignatures), first: "admit-rogue-hsm", showcase: ["signatureBits": 8],
      reduction: forgery),
    hop(
      .secrecyHSMs, .hop(.hsmSignatures), first: "inject-known-key", showcase: ["signatureBits": 8], reduction: forgery),
    hop(
      .secrecyChain, .hop(.chain), first: "collide-trusts", showcase: ["hashBits": 10, "q_hash": 16],
      reduction: simulated(around: "a collision game, by way of B of `ind_cr`", "Pr[bad] = Pr[CR]")),
    hop(.secrecyPolicy, .hop(.policy), first: "stage-coup", twins: policyDefects),
    hop(
      .secrecyWraps, .hop(.recordedWraps), first: "portfolio",
      twins: [.init(KeySecrecyDefect.taglessRecords.rawValue, by: "portfolio")]),
    hop(
      .secrecyEncryption, .hop(.encryption), measure: .independentWorlds, first: "transplant-keys",
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
  ])
