import Adversaries
import Coins
import GameKit
import Games
import Primitives
import Referee

/// Primitives weak enough that every bad event is seen in some thousand trials.
let weak = CalibratedSuite(signatureBits: 6, keyBits: 9, hashBits: 7, groupBits: 14, cipherKeyBits: 6, tagBits: 6)
/// Primitives that are not broken by chance.
let strong = CalibratedSuite()
let source = CoinSource(seed: 23)
let plenty = Budget<KeySecrecyQuery.Kind> { _ in 10_000 }
let population = DomainSize(operators: 3, hsms: 2, quorum: 2, keys: 2)

func group(_ suite: CalibratedSuite) -> CalibratedGroup { suite.encryption.group }

/// Changes signatures into others: an attack on the hops of plain ECDSA.
let mauler = KeySecrecyThief.maul(MaulProtocol(population: population))

/// All thieves but the one that needs the quorum assumption dropped.
func thieves(_ suite: CalibratedSuite) -> [KeySecrecyThief] {
  [
    .admit(AdmitRogueHSM(population: population, tries: 2)), .inject(InjectKnownKey(population: population, tries: 2)),
    .collideTrusts(CollideTrusts(population: population, trusts: 4)),
    .collideKeys(CollideKeys(population: population, rogues: 8)),
    .solve(
      SolveAgreementKey(population: population, logarithm: DiscreteLogarithm(group: group(suite), method: .collision, work: 40))),
    .guessKey(GuessWrapKey(population: population, tries: 2)), .transplant(TransplantKeys(population: population, tries: 4)),
    mauler,
  ]
}

func portfolio(_ suite: CalibratedSuite) -> KeySecrecyStrategy { .thief(.portfolio(thieves(suite), population: population)) }
let random = KeySecrecyStrategy.walk(RandomProtocol(population: population, moves: 60))

func hop<Base: Suite>(
  _ base: Base, to stage: KeySecrecyStage, with challenge: KeySecrecyGame<Base>.Challenge = .real, without rules: [String] = [],
  assumption: Bool = true, defect: KeySecrecyDefect? = nil, _ adversary: KeySecrecyStrategy, trials: UInt64
) throws -> Tally {
  let rules = try KeySecrecyRules(base: base, keepsQuorumAssumption: assumption, defect: defect).without(rules)
  return DistinguishingExperiment(
    KeySecrecyHop(rules: rules, to: stage, challenge: challenge), adversary: adversary, budget: plenty
  )
  .run(0..<trials, source: source, order: .leftFirst)
}

/// The key-secrecy game itself: real keys against random ones.
func secrecy<Base: Suite>(
  _ base: Base, without rules: [String] = [], assumption: Bool = true, _ adversary: KeySecrecyStrategy, trials: UInt64
) throws -> Tally {
  let rules = try KeySecrecyRules(base: base, keepsQuorumAssumption: assumption).without(rules)
  return AssumptionExperiment(
    left: { KeySecrecyGame(rules: rules, stage: .real, challenge: .real) },
    right: { KeySecrecyGame(rules: rules, stage: .real, challenge: .random) }, adversary: adversary, budget: plenty
  ).run(0..<trials, source: source, order: .leftFirst)
}
