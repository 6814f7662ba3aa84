import GameKit
import Games
import Records
import Referee
import Statistics

private let source = HopFacts.hashSource
private let suites: [Suite] = [.calibrated, .kms, .modern]

private let parameters = [
  Parameter("q_hash", 2, in: 1...1_000_000, "queries to hash and check together"),
  Parameter("q_work", 16, in: 1...1_000_000, "evaluations that the adversary may make for itself"),
  Parameter("hashBits", 12, in: 1...64, "calibrated suite: bits of a digest", calibratedOnly: true),
  Parameter("queries", 32, in: 1...100_000, "queries that the fuzzer attempts", of: ["fuzz-hashes"]),
]

private func formula(_ selection: Selection) -> Double? {
  guard selection.suite.isCalibrated, selection.twin == nil else { return nil }
  switch selection.adversary {
  case "birthday" where selection["q_hash"] >= 2, "check-twice" where selection["q_hash"] >= 2:
    return ClosedFormula.birthday(bits: selection["hashBits"], queries: selection["q_work"])
  case "second-preimage" where selection["q_hash"] >= 2:
    return ClosedFormula.forgery(bits: selection["hashBits"], tries: selection["q_work"])
  case "splice-chain" where selection["q_node"] >= 2:
    // The second node of the chain may have the first one's fingerprint, too.
    return ClosedFormula.forgery(bits: selection["hashBits"], tries: selection["q_work"] + 1)
  case "repeat-keys":
    return ClosedFormula.birthday(bits: selection["keyBits"], queries: selection["q_gen"] + selection["q_own"])
  case "idle": return 0
  default: return nil
  }
}

let hashAdversaries = [
  AdversaryFacts(
    "birthday", "evaluates points until two collide, and shows them to the service",
    expectation: "1 − ∏(1 − i/2^hashBits), i < q_work"),
  AdversaryFacts(
    "second-preimage", "searches another point with the digest of one that was hashed",
    expectation: "1 − (1 − 2^−hashBits)^q_work"),
  AdversaryFacts(
    "check-twice", "has two colliding points checked that were never hashed",
    expectation: "as birthday; nothing where checked points are not remembered"),
  AdversaryFacts("fuzz-hashes", "makes random queries about few points", expectation: "small"),
  AdversaryFacts(
    "splice-chain", "grafts a chain onto another founding node with the same fingerprint",
    expectation: "1 − (1 − 2^−hashBits)^(q_work + 1): the chain's own two nodes may have one fingerprint, too"),
  AdversaryFacts("fuzz-chain", "makes random queries about nodes, children and paths", expectation: "small"),
  AdversaryFacts(
    "repeat-keys", "makes keys until one of them was there before", expectation: "1 − ∏(1 − i/2^keyBits), i < q_gen + q_own"),
]

private let hashNames = ["birthday", "second-preimage", "check-twice", "fuzz-hashes", "idle"]

let hashGames = [
  Entry(
    name: "hash-idealization", kind: .game, title: "a real hash function or an ideal one", claim: HopFacts.indCR.claim,
    source: "\(source), modules RealHash and IdealHash; checked points are remembered too [ours]", badEvent: "collision",
    parameters: parameters, adversaries: hashNames,
    twins: [.init("unflagged", by: "birthday"), .init("truncated", by: "birthday", with: [("hashBits", 10)])], suites: suites,
    calibratedOnly: ["truncated"], bound: Epsilons.hashes.defining("ε_cr"),
    experiment: { PlayHashes().build($0) }, formula: formula),
  Entry(
    name: "hash-collision", kind: .game, title: "collision resistance (CR)",
    claim: "Won by two different points with one digest:  Pr[win] ≤ ε_cr. The adversaries are those of the idealization under B.",
    source: "\(source), module CR", badEvent: "collision", parameters: parameters, adversaries: hashNames, suites: suites,
    bound: Epsilons.hashes.defining("ε_cr"), experiment: { PlayCollision().build($0) }, formula: formula),
  Entry(
    name: "hash-binding", kind: .game, title: "does an ideal digest determine its point?",
    claim: """
      In the ideal world two different points are vouched for under one digest. It cannot happen where checked points are \
      remembered:  Pr[win] = 0
      """,
    source: "\(source), module IdealHash, with a memory of checked points [ours]", badEvent: "two points, one digest",
    parameters: parameters, adversaries: hashNames, suites: suites, bound: { _ in 0 },
    experiment: { PlayBinding(memory: .hashedAndChecked).build($0) }),
  Entry(
    name: "hash-binding-as-published", kind: .game, title: "the same, with the published memory of hashed points only",
    claim: """
      As published, `check` accepts without remembering, so two points that were never hashed may both pass in the *ideal* world:
          Pr[win] ≤ ε_cr, and not 0
      """,
    source: "\(source), module IdealHash", badEvent: "two points, one digest", parameters: parameters,
    adversaries: ["check-twice", "birthday", "second-preimage", "fuzz-hashes", "idle"], suites: suites,
    bound: Epsilons.hashes.defining("ε_cr"), experiment: { PlayBinding(memory: .hashed).build($0) },
    formula: { $0.adversary == "check-twice" ? formula($0) : nil }),
]

let hashHops = [
  Entry(
    .indCR, .hashes, parameters: parameters, showcase: ["hashBits": 8],
    adversaries: hashNames, suites: suites,
    reduction: .init(words: "Pr[collision] = Pr[CR(B(A))]", agreement: .everyTrial) { _ in 1 },
    experiment: { HopToCollision().build($0) }, formula: formula),
  Entry(
    .indCRAsPublished, .hashes, parameters: parameters, showcase: ["hashBits": 8],
    adversaries: hashNames, suites: suites,
    reduction: .init(words: "Pr[collision] = Pr[CR(B(A))]", agreement: .everyTrial) { _ in 1 },
    experiment: { HopToCollision(memory: .hashed).build($0) },
    formula: { selection in formula(selection).map { selection.adversary == "check-twice" ? 0 : $0 } }),
  Entry(
    .hashChain, .chains,
    parameters: [
      Parameter("q_node", 4, in: 1...100_000, "queries of each kind: append, isChild and path (a path has up to 8 nodes)"),
      Parameter("q_work", 16, in: 1...1_000_000, "evaluations that the adversary may make for itself"),
      Parameter("hashBits", 12, in: 1...64, "calibrated suite: bits of a digest", calibratedOnly: true),
      Parameter("queries", 32, in: 1...100_000, "queries that the fuzzer attempts", of: ["fuzz-chain"]),
    ], adversaries: ["splice-chain", "fuzz-chain", "idle"], twins: [.init("unflagged", by: "splice-chain")], suites: suites,
    reduction: .init(words: "Pr[two nodes, one fingerprint] = Pr[CR(B(A))]", agreement: .everyTrial) { _ in 1 },
    experiment: { HopFromChain().build($0) }, formula: formula),
  Entry(
    .keyDistinctness, .keys,
    parameters: [
      Parameter("q_gen", 4, in: 1...100_000, "honest keys"),
      Parameter("q_own", 16, in: 1...100_000, "keys of the adversary's own"),
      Parameter("keyBits", 12, in: 1...64, "calibrated suite: bits of entropy of a key", calibratedOnly: true),
    ], adversaries: ["repeat-keys", "idle"], twins: [.init("unflagged", by: "repeat-keys")],
    experiment: { keyExperiment($0) }, formula: formula),
]
