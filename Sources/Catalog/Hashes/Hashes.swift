import HashAdversaries
import Arena
package import Families
import GameKit
import Games
import Primitives
import Records
import Referee
import Statistics

/// A game or hop about a hash function on points of some kind.
struct HashStage<P: PointHash>: Stage {
  typealias Query = HashQuery<P>
  typealias Answer = HashAnswer<P>
  let wiring: Wiring
  let function: P
  let part: HashPart

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    let (function, submitted) = (function, self["q_hash"])
    let budget = Budget<HashQuery<P>.Kind> { $0 == .service ? submitted : self["q_work"] }
    let target: Budget<CollisionQuery<P>.Kind> = wiring.collisionBudget(submitted: submitted)
    let ledger = HashLedger(function)
    switch part {
    case .idealization:
      let hop = HashIdealization(function)
      return wiring.accounted(
        wiring.hop(hop, against: adversary, budget: budget), hop, against: adversary, budget: budget, ledger: ledger)
    case .collision:
      let reduction = SimulatingReduction(of: HashIdealization<P>.Real.self) { CollisionFinder<P>() }
      let finder = Reduced(reduction, of: adversary)
      return wiring.accounted(
        wiring.game({ HashCollision(function) }, against: finder, budget: target), { HashCollision(function) }, against: finder,
        budget: target, ledger: CollisionLedger(function))
    case .binding(let memory):
      return wiring.game({ HashBinding(function, memory: memory) }, against: adversary, budget: budget)
    case .idealizationToCollision(let memory):
      let hop = HashIdealization(function, memory: memory)
      let experiment = wiring.hop(
        hop, against: adversary, budget: budget,
        reduction: SimulatingReduction(of: HashIdealization<P>.Real.self) { CollisionFinder<P>(memory: memory) },
        to: { HashCollision(function) }, targetBudget: target, agreement: .everyTrial)
      return wiring.accounted(experiment, hop, against: adversary, budget: budget, ledger: ledger)
    }
  }

  static var attacks: [Attack<Self>] {
    [
      Attack(
        "birthday", "evaluates points until two collide, and shows them to the service",
        expects: "1 − ∏(1 − i/2^hashBits), i < q_work", chance: collisionIsShown
      ) { Birthday($0.function) },
      Attack(
        "second-preimage", "searches another point with the digest of one that was hashed",
        expects: "1 − (1 − 2^−hashBits)^q_work",
        chance: { $0["q_hash"] >= 2 ? ClosedFormula.forgery(bits: $0["hashBits"], tries: $0["q_work"]) : nil }
      ) { SecondPreimage($0.function) },
      Attack(
        "second-preimages", "searches another point with the digest of any of q_hash − 1 that were hashed",
        expects: "(q_hash − 1)·q_work/2^hashBits, about"
      ) { SecondPreimages($0.function) },
      Attack(
        "check-twice", "has two colliding points checked that were never hashed",
        expects: "as birthday; nothing where checked points are not remembered", chance: collisionIsShown
      ) { CheckTwice($0.function) },
      Attack("fuzz-hashes", "makes random queries about few points", expects: "small") {
        FuzzHashes($0.function, queries: $0["queries"])
      },
      .idle,
    ]
  }
}

/// A collision that was found takes two queries to be shown.
@Sendable private func collisionIsShown(_ selection: Selection) -> Double? {
  selection["q_hash"] >= 2 ? ClosedFormula.birthday(bits: selection["hashBits"], queries: selection["q_work"]) : nil
}

extension Wiring {
  /// The reduction evaluates whatever the adversary hashes.
  func collisionBudget<P>(submitted: Int) -> Budget<CollisionQuery<P>.Kind> {
    Budget { $0 == .collision ? submitted : submitted + self["q_work"] }
  }
}

enum HashPart: SuiteBody {
  case idealization, collision
  case binding(HashMemory), idealizationToCollision(HashMemory)

  var outside: OutsideStage {
    .calibrated { HashStage(wiring: $0, function: MessageHash($0.selection.calibratedSuite.hash), part: self).erased }
  }

  func experiment<Base: Suite>(on suite: Base, _ wiring: Wiring) -> AnyExperiment {
    HashStage(wiring: wiring, function: MessageHash(suite.hash), part: self).play(HashStage.attacks)
  }
}

private struct ChainBody: SuiteBody {
  func experiment<Base: Suite>(on suite: Base, _ wiring: Wiring) -> AnyExperiment {
    ChainStage(wiring: wiring, function: suite.hash).play(ChainStage.attacks)
  }
}

private let source = HopFacts.hashSource
private let suites: [SuiteName] = [.calibrated, .kms, .modern]
private let attacks = HashStage<MessageHash<CalibratedHash>>.attacks.map(\.facts)
private let chainAttacks = ChainStage<CalibratedHash>.attacks.map(\.facts)

private let parameters = [
  Parameter("q_hash", 2, in: 1...1_000_000, "queries to hash and check together"),
  Parameter("q_work", 16, in: 1...1_000_000, "evaluations that the adversary may make for itself"),
  Parameter("hashBits", 12, in: 1...64, "calibrated suite: bits of a digest", calibratedOnly: true),
  Parameter("queries", 32, in: 1...100_000, "queries that the fuzzer attempts", of: ["fuzz-hashes"]),
]

private func hop(_ facts: HopFacts, _ memory: HashMemory, chance: @escaping Entry.Chance = Entry.unplanted) -> Entry {
  Entry(
    facts, .hashes, parameters: parameters, showcase: ["hashBits": 8], suites: suites,
    reduction: .init(words: "Pr[collision] = Pr[CR(B(A))]", agreement: .everyTrial), attacks: attacks, chance: chance,
    experiment: { $0.open(HashPart.idealizationToCollision(memory)) }, outside: HashPart.idealizationToCollision(memory).outside)
}

package let hashes = Family(
  attacks: attacks + chainAttacks,
  games: [
    Entry(
      .game, "hash-idealization", "a real hash function or an ideal one", claim: HopFacts.indCR.claim,
      source: "\(source), modules RealHash and IdealHash; checked points are remembered too [ours]", badEvent: "collision",
      measure: .coupledWorlds, parameters: parameters,
      twins: [
        .init(PlantedDefect.unflagged, by: "birthday"),
        .init(.truncated, by: "birthday", with: [("hashBits", 10)], calibratedOnly: true),
      ],
      suites: suites, bound: Epsilons.hashes.defining("ε_cr"), attacks: attacks, experiment: { $0.open(HashPart.idealization) },
      outside: HashPart.idealization.outside),
    Entry(
      .game, "hash-collision", "collision resistance (CR)",
      claim:
        "Won by two different points with one digest:  Pr[win] ≤ ε_cr. The adversaries are those of the idealization under B.",
      source: "\(source), module CR", badEvent: "collision", measure: .winning, parameters: parameters, suites: suites,
      bound: Epsilons.hashes.defining("ε_cr"), attacks: attacks, experiment: { $0.open(HashPart.collision) },
      outside: HashPart.collision.outside),
    Entry(
      .game, "hash-binding", "does an ideal digest determine its point?",
      claim: """
        In the ideal world two different points are vouched for under one digest. It cannot happen where checked points are \
        remembered:  Pr[win] = 0
        """,
      source: "\(source), module IdealHash, with a memory of checked points [ours]", badEvent: "two points, one digest",
      measure: .winning, parameters: parameters, suites: suites, bound: { _ in 0 }, attacks: attacks, chance: Entry.unknown,
      experiment: { $0.open(HashPart.binding(.hashedAndChecked)) }, outside: HashPart.binding(.hashedAndChecked).outside),
    Entry(
      .game, "hash-binding-as-published", "the same, with the published memory of hashed points only",
      claim: """
        As published, `check` accepts without remembering, so two points that were never hashed may both pass in the *ideal* \
        world:
            Pr[win] ≤ ε_cr, and not 0
        """,
      source: "\(source), module IdealHash", badEvent: "two points, one digest", measure: .winning, parameters: parameters,
      suites: suites, bound: Epsilons.hashes.defining("ε_cr"), attacks: attacks.first("check-twice"),
      chance: { $0.adversary == "check-twice" ? Entry.unplanted($0, $1) : nil },
      experiment: { $0.open(HashPart.binding(.hashed)) }, outside: HashPart.binding(.hashed).outside),
  ],
  hops: [
    hop(.indCR, .hashedAndChecked),
    // What is checked is not remembered: nobody sees that two such points collide.
    hop(.indCRAsPublished, .hashed) { selection, chance in
      Entry.unplanted(selection, chance).map { selection.adversary == "check-twice" ? 0 : $0 }
    },
    Entry(
      .hashChain, .chains,
      parameters: [
        Parameter("q_node", 4, in: 1...100_000, "queries of each kind: append, isChild and path (a path has up to 8 nodes)"),
        Parameter("q_work", 16, in: 1...1_000_000, "evaluations that the adversary may make for itself"),
        Parameter("hashBits", 12, in: 1...64, "calibrated suite: bits of a digest", calibratedOnly: true),
        Parameter("queries", 32, in: 1...100_000, "queries that the fuzzer attempts", of: ["fuzz-chain"]),
      ],
      twins: [.init(PlantedDefect.unflagged, by: "splice-chain")], suites: suites,
      reduction: .init(words: "Pr[two nodes, one fingerprint] = Pr[CR(B(A))]", agreement: .everyTrial), attacks: chainAttacks,
      experiment: { $0.open(ChainBody()) },
      outside: .calibrated { ChainStage(wiring: $0, function: $0.selection.calibratedSuite.hash).erased }),
  ])
