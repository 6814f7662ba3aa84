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

typealias KeySecrecyAdversary = ErasedAdversary<KeySecrecyQuery, KeySecrecyAnswer>

/// The adversary that a thief makes.
func stealing(_ thief: some KeyThief) -> KeySecrecyAdversary { KeySecrecyAdversary(TestStolenKey(thief)) }

let mauler = MaulProtocol(population: population)

/// All thieves but the one that needs the quorum assumption dropped.
func thieves(_ suite: CalibratedSuite) -> [NamedThief] {
  let logarithm = DiscreteLogarithm(group: group(suite), method: .collision, work: 40)
  return [
    NamedThief("admit-rogue-hsm", AdmitRogueHSM(population: population, tries: 2)),
    NamedThief("inject-known-key", InjectKnownKey(population: population, tries: 2)),
    NamedThief("collide-trusts", CollideTrusts(population: population, trusts: 4)),
    NamedThief("collide-keys", CollideKeys(population: population, rogues: 8)),
    NamedThief("solve-agreement-key", SolveAgreementKey(population: population, logarithm: logarithm)),
    NamedThief("guess-wrap-key", GuessWrapKey(population: population, tries: 2)),
    NamedThief("transplant-keys", TransplantKeys(population: population, tries: 4)), NamedThief("maul-protocol", mauler),
  ]
}

func portfolio(_ suite: CalibratedSuite) -> KeySecrecyAdversary {
  stealing(ThiefPortfolio(thieves(suite), population: population))
}
let random = KeySecrecyAdversary(RandomProtocol(population: population, moves: 60))

func hop<Base: Suite>(
  _ base: Base, to stage: KeySecrecyStage, with challenge: KeySecrecyGame<Base>.Challenge = .real, without rules: [String] = [],
  assumption: Bool = true, defect: KeySecrecyDefect? = nil, _ adversary: KeySecrecyAdversary, trials: UInt64
) throws -> Tally {
  let rules = try KeySecrecyRules(base: base, keepsQuorumAssumption: assumption, defect: defect).without(rules)
  return DistinguishingExperiment(
    KeySecrecyHop(rules: rules, to: stage, challenge: challenge), adversary: adversary, budget: plenty
  )
  .run(0..<trials, source: source, order: .leftFirst)
}

/// The key-secrecy game itself: real keys against random ones.
func secrecy<Base: Suite>(
  _ base: Base, without rules: [String] = [], assumption: Bool = true, _ adversary: KeySecrecyAdversary, trials: UInt64
) throws -> Tally {
  let rules = try KeySecrecyRules(base: base, keepsQuorumAssumption: assumption).without(rules)
  return AssumptionExperiment(
    left: { KeySecrecyGame(rules: rules, stage: .real, challenge: .real) },
    right: { KeySecrecyGame(rules: rules, stage: .real, challenge: .random) }, adversary: adversary, budget: plenty
  ).run(0..<trials, source: source, order: .leftFirst)
}
