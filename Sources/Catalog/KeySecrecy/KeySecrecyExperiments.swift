import Arena
import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// Turns a selection into an experiment on the key-secrecy games.
struct KeySecrecyExperiments {
  /// What is played.
  enum Part {
    /// The challenge itself: real keys against random ones, in the first game.
    case secrecy
    /// The same in the last game, where nothing is left of the bit.
    case bit
    /// The hop to this game.
    case hop(KeySecrecyStage)
  }

  let part: Part

  func build(_ selection: Selection) -> AnyExperiment {
    switch selection.suite {
    case .calibrated, .symbolic: build(selection.calibratedSuite, selection, Specialised.self)
    case .kms: build(KMSSuite(), selection, Shared.self)
    case .kmsLowS: build(KMSSuite(requiresLowS: true), selection, Shared.self)
    case .modern: build(ModernSuite(), selection, Shared.self)
    }
  }

  private func build<Base: Primitives.Suite, C: Compilation>(_ base: Base, _ selection: Selection, _ compilation: C.Type)
    -> AnyExperiment
  {
    let rules = selection.attackedRules(base)
    let (adversary, budget) = (selection.keySecrecyStrategy, selection.keySecrecyBudget)
    let challenge: KeySecrecyGame<Base>.Challenge = selection.parameters["random"] == 1 ? .random : .real
    switch part {
    case .secrecy, .bit:
      let stage: KeySecrecyStage = if case .bit = part { .keyless } else { .real }
      return C.hide(
        AssumptionExperiment(
          left: { KeySecrecyGame(rules: rules, stage: stage, challenge: .real) },
          right: { KeySecrecyGame(rules: rules, stage: stage, challenge: .random) }, adversary: adversary, budget: budget,
          coupling: selection.coupling))
    case .hop(.distinctKeys): return beside(rules.toKeyCollision)
    case .hop(.operatorSignatures): return beside(rules.toOperatorForgery)
    case .hop(.hsmSignatures): return beside(rules.toHSMForgery)
    case .hop(.chain): return beside(rules.toCollision)
    case .hop(.encryption):
      let hop = rules.toRecipients(.left).hop(challenge)
      return C.hide(
        AssumptionReductionExperiment(
          AssumptionExperiment(
            left: { hop.left }, right: { hop.right }, adversary: adversary, budget: budget, coupling: selection.coupling),
          under: AssumptionExperiment(
            left: { rules.toRecipients(.left).simulated(challenge) }, right: { rules.toRecipients(.right).simulated(challenge) },
            adversary: adversary, budget: budget, coupling: selection.coupling)))
    case .hop(let stage):
      return C.hide(
        DistinguishingExperiment(
          KeySecrecyHop(rules: rules, to: stage, challenge: challenge), adversary: adversary, budget: budget,
          coupling: selection.coupling))
    }
    /// The two games of a hop with its reduction beside them.
    func beside<Inner: WinnableGame & SendableMetatype>(_ reduction: KeySecrecyReduction<Base, Inner>) -> AnyExperiment {
      C.hide(
        HopExperiment(
          reduction.hop(challenge), budget: budget, adversary: adversary, under: { reduction.simulated(challenge) },
          coupling: selection.coupling))
    }
  }
}

extension Selection {
  /// The rules of the selection: a twin is a planted defect, or the policy without the rule that it names.
  fileprivate func attackedRules<Base: Primitives.Suite>(_ base: Base) -> KeySecrecyRules<Base> {
    let intact = KeySecrecyRules(
      base: base, quorum: self["n"], keepsQuorumAssumption: twin != "quorum-assumption",
      defect: twin.flatMap(KeySecrecyDefect.init))
    guard let rules = try? intact.without(rulesLeftOut) else {
      preconditionFailure("\(twin ?? "") is listed as a twin and is no rule")
    }
    return rules
  }

  private var rulesLeftOut: [String] {
    twin.map { $0 == "quorum-assumption" || KeySecrecyDefect(rawValue: $0) != nil ? [] : [$0] } ?? []
  }

  var calibratedSuite: CalibratedSuite {
    CalibratedSuite(
      signatureBits: self["signatureBits"], keyBits: self["keyBits"], hashBits: self["hashBits"], groupBits: self["groupBits"],
      cipherKeyBits: self["cipherKeyBits"], tagBits: self["tagBits"])
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

  fileprivate var keySecrecyStrategy: KeySecrecyStrategy {
    switch adversary {
    case "honest-run": .honest(HonestRun(population: population))
    case "random-protocol": .walk(RandomProtocol(population: population, moves: self["queries"]))
    case "idle": .idle
    default: .thief(thief(adversary))
    }
  }

  /// Every attack may add one key to a token, or another one after it.
  var population: DomainSize {
    DomainSize(operators: self["q_ops"], hsms: self["q_hid"], quorum: self["n"], keys: max(1, self["q_dom"] - 3))
  }

  /// What the attacks of a portfolio leave to each other of the budgets that more than one of them needs.
  struct Reserve {
    var trusts = 0, rogues = 0, openings = 0, forgeries = 0
  }

  func thief(_ name: String, leaving reserve: Reserve = Reserve()) -> KeySecrecyThief {
    switch name {
    case "admit-rogue-hsm": .admit(AdmitRogueHSM(population: population, tries: self["tries"]))
    case "inject-known-key": .inject(InjectKnownKey(population: population, tries: max(0, self["tries"] - reserve.forgeries)))
    case "collide-trusts":
      .collideTrusts(CollideTrusts(population: population, trusts: max(1, (self["q_hash"] - reserve.trusts) / 2)))
    case "collide-keys": .collideKeys(CollideKeys(population: population, rogues: max(0, self["q_own"] - 1 - reserve.rogues)))
    case "solve-agreement-key":
      .solve(
        SolveAgreementKey(
          population: population,
          logarithm: DiscreteLogarithm(group: CalibratedGroup(bits: self["groupBits"]), method: .collision, work: self["work"])))
    case "guess-wrap-key":
      .guessKey(GuessWrapKey(population: population, tries: max(0, self["q_open"] - reserve.openings) / self["q_hid"]))
    case "transplant-keys": .transplant(TransplantKeys(population: population, tries: max(0, self["q_open"] - reserve.openings)))
    case "tree-search":
      .search(
        TreeSearch(
          model: KeySecrecyGame(rules: attackedRules(CalibratedSuite()), stage: .real, challenge: .real), population: population))
    case "break-quorum": .breakQuorum(BreakQuorum(population: population))
    case "stage-coup": .coup(StageCoup(population: population))
    case "maul-protocol": .maul(MaulProtocol(population: population))
    case "portfolio": .portfolio(portfolio, population: population)
    default: preconditionFailure("\(name) is listed and cannot be built")
    }
  }
}

extension Selection {
  /// All attacks, with budgets that suffice for all of them together.
  var portfolio: [KeySecrecyThief] {
    // No logarithm is found in a real group; and a random function has one value, so that nothing is gained by mauling it.
    let reserve = Reserve(
      trusts: 8, rogues: 6, openings: (self["q_open"] + self["q_hid"] + 1) / 2, forgeries: suite.isCalibrated ? 0 : 1)
    return portfolioNames.map { thief($0, leaving: reserve) }
  }

  var portfolioNames: [String] {
    keySecrecyThieves.filter { $0 != (suite.isCalibrated ? "maul-protocol" : "solve-agreement-key") }
  }

  /// What a run credits its trials to.
  var portfolioAttacks: [String] { adversary == "portfolio" ? portfolioNames : [] }
}

/// The attacks that a portfolio runs.
let keySecrecyThieves = [
  "admit-rogue-hsm", "inject-known-key", "collide-trusts", "collide-keys", "solve-agreement-key", "guess-wrap-key",
  "transplant-keys", "maul-protocol",
]
