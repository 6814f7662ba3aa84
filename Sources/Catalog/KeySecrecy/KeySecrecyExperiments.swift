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
    /// The hop to this game.
    case hop(KeySecrecyStage)
  }

  let part: Part

  func build(_ selection: Selection) -> AnyExperiment {
    switch selection.suite {
    case .calibrated: build(selection.calibratedSuite, selection, Specialised.self)
    case .kms: build(KMSSuite(), selection, Shared.self)
    case .kmsLowS: build(KMSSuite(requiresLowS: true), selection, Shared.self)
    case .modern: build(ModernSuite(), selection, Shared.self)
    }
  }

  private func build<Base: Primitives.Suite, C: Compilation>(_ base: Base, _ selection: Selection, _ compilation: C.Type) -> AnyExperiment {
    guard let rules = try? KeySecrecyRules(
      base: base, without: selection.rulesLeftOut, quorum: selection["n"], keepsQuorumAssumption: selection.twin != "quorum-assumption")
    else { preconditionFailure("\(selection.twin ?? "") is listed as a twin and is no rule") }
    let (adversary, budget) = (selection.keySecrecyStrategy, selection.keySecrecyBudget)
    let challenge: KeySecrecyGame<Base>.Challenge = selection.parameters["random"] == 1 ? .random : .real
    switch part {
    case .secrecy:
      return C.hide(
        AssumptionExperiment(
          left: { KeySecrecyGame(rules: rules, stage: .real, challenge: .real) },
          right: { KeySecrecyGame(rules: rules, stage: .real, challenge: .random) }, adversary: adversary, budget: budget))
    case .hop(.encryption):
      return C.hide(
        AssumptionExperiment(
          left: { KeySecrecyGame(rules: rules, stage: .recordedWraps, challenge: challenge) },
          right: { KeySecrecyGame(rules: rules, stage: .encryption, challenge: challenge) }, adversary: adversary, budget: budget))
    case .hop(let stage):
      let hop = KeySecrecyHop(rules: rules, to: stage, challenge: challenge)
      switch stage {
      case .operatorSignatures, .hsmSignatures:
        let exposed: KeySecrecyServices<Base>.Exposed = stage == .operatorSignatures ? .operators : .hsms
        return C.hide(
          HopExperiment(
            hop, budget: budget, adversary: adversary,
            reduction: SimulatingReduction(of: KeySecrecyGame<Base>.self) { rules.forger(exposed, challenge: challenge, budget: budget) },
            to: { rules.forgeryGame }, targetBudget: Budget { _ in Int(UInt32.max) }, agreement: .onAverage))
      default:
        return C.hide(DistinguishingExperiment(hop, adversary: adversary, budget: budget, coupling: selection.coupling))
      }
    }
  }
}

extension Selection {
  /// A twin is the policy without the rule that it names.
  fileprivate var rulesLeftOut: [String] { twin.map { $0 == "quorum-assumption" ? [] : [$0] } ?? [] }

  fileprivate var calibratedSuite: CalibratedSuite {
    CalibratedSuite(
      signatureBits: self["signatureBits"], keyBits: self["keyBits"], hashBits: self["hashBits"], groupBits: self["groupBits"],
      cipherKeyBits: self["cipherKeyBits"], tagBits: self["tagBits"])
  }

  /// All guesses: `tries` for each genuine signing key.
  private var guesses: Int { self["tries"] * (self["q_ops"] + self["q_hid"]) }

  fileprivate var keySecrecyBudget: Budget<KeySecrecyQuery.Kind> {
    let parts = adversary == "portfolio" ? 8 : 1
    return Budget { kind in
      switch kind {
      case .operators: parts * self["q_ops"]
      case .hsms: parts * self["q_hid"]
      case .own: parts * self["q_own"]
      case .trusts: parts * self["q_hash"]
      case .guesses: parts * guesses
      case .network, .challenge: Int(UInt32.max)
      case .keys: parts * (self["q_dom"] + 1)
      }
    }
  }

  fileprivate var keySecrecyStrategy: KeySecrecyStrategy {
    switch adversary {
    case "honest-run": .honest(HonestRun(population: population))
    case "random-protocol": .random(RandomProtocol(population: population, moves: self["queries"]))
    case "idle": .idle
    default: .thief(thief(adversary))
    }
  }

  private var population: Population {
    Population(operators: self["q_ops"], hsms: self["q_hid"], quorum: self["n"], keys: self["q_dom"])
  }

  private func thief(_ name: String) -> KeySecrecyThief {
    switch name {
    case "admit-rogue-hsm": .admit(AdmitRogueHSM(population: population, tries: self["tries"]))
    case "inject-known-key": .inject(InjectKnownKey(population: population, tries: self["tries"]))
    case "collide-trusts": .collideTrusts(CollideTrusts(population: population, trusts: self["q_hash"] / 2))
    case "collide-keys": .collideKeys(CollideKeys(population: population, rogues: self["q_own"] - 1))
    case "solve-agreement-key":
      .solve(
        SolveAgreementKey(
          population: population,
          logarithm: DiscreteLogarithm(group: CalibratedGroup(bits: self["groupBits"]), method: .collision, work: self["work"] / self["q_hid"])))
    case "guess-wrap-key": .guessKey(GuessWrapKey(population: population, tries: guesses / self["q_hid"]))
    case "transplant-keys": .transplant(TransplantKeys(population: population, tries: guesses))
    case "break-quorum": .breakQuorum(BreakQuorum(population: population))
    case "maul-protocol": .maul(MaulProtocol(population: population))
    case "portfolio": .portfolio(keySecrecyThieves.filter { suite.isCalibrated || $0 != "solve-agreement-key" }.map(thief))
    default: preconditionFailure("\(name) is listed and cannot be built")
    }
  }
}

/// The attacks that a portfolio runs.
let keySecrecyThieves = [
  "admit-rogue-hsm", "inject-known-key", "collide-trusts", "collide-keys", "solve-agreement-key", "guess-wrap-key", "transplant-keys", "maul-protocol",
]
