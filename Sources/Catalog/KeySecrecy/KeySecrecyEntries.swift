import GameKit
import Games
import Records
import Referee
import Statistics

let keySecrecyParameters = [
  Parameter("q_ops", 3, in: 1...10_000, "operators; n − 1 of them are dishonest"),
  Parameter("q_hid", 2, in: 1...10_000, "HSMs"),
  Parameter("n", 2, in: 1...50, "the global n: any n genuine operators include an honest one"),
  Parameter("q_hosts", 8, in: 1...10_000, "hosts"),
  Parameter("q_dom", 5, in: 4...60, "domain keys"),
  Parameter(
    "tries", 2, in: 0...1_000_000,
    "guesses for each genuine signing key: tries·q_ops of operators' signatures in all, tries·q_hid of HSMs'"),
  Parameter("q_open", 4, in: 0...1_000_000, "guesses of a tag, of a symmetric key or of an agreement secret"),
  Parameter("q_own", 8, in: 2...100_000, "rogue entities"),
  Parameter("q_hash", 16, in: 4...100_000, "trusts that are written down"),
  Parameter("q_net", 1000, in: 1...1_000_000, "messages of the protocol, and tokens that are put together from parts"),
  Parameter("work", 64, in: 1...100_000_000, "group operations of a search for discrete logarithms", calibratedOnly: true),
  Parameter("signatureBits", 64, in: 1...64, "calibrated suite: bits of a signature", calibratedOnly: true),
  Parameter("keyBits", 64, in: 1...64, "calibrated suite: bits of entropy of an identity", calibratedOnly: true),
  Parameter("hashBits", 64, in: 1...64, "calibrated suite: bits of a fingerprint", calibratedOnly: true),
  Parameter("groupBits", 40, in: 4...48, "calibrated suite: bits of the group's order", calibratedOnly: true),
  Parameter("cipherKeyBits", 64, in: 1...64, "calibrated suite: bits of a symmetric key", calibratedOnly: true),
  Parameter("tagBits", 64, in: 1...64, "calibrated suite: bits of an authentication tag", calibratedOnly: true),
  Parameter("queries", 48, in: 1...100_000, "moves of the random adversary"),
]

private let hopParameters =
  keySecrecyParameters + [Parameter("random", 0, in: 0...1, "1: `test` answers random keys, in both games of the hop")]

let keySecrecyAdversaries = [
  AdversaryFacts(
    "honest-run", "founds a domain, adds keys, moves to a successor and tests a key, all by the rules", expectation: "0"),
  AdversaryFacts(
    "admit-rogue-hsm", "forges the signature that is missing for a quorum, has keys wrapped to a rogue HSM and tests one",
    expectation: "1 − (1 − tries/2^signatureBits)^h, for h honest operators"),
  AdversaryFacts(
    "inject-known-key", "forges an HSM's signature on a token with its own key",
    expectation: "1 − (1 − tries/2^signatureBits)^q_hid"),
  AdversaryFacts(
    "collide-trusts", "finds an honest trust and one of its own with one fingerprint, and moves keys from one to the other",
    expectation: "some q_hash²/(4·2^hashBits)"),
  AdversaryFacts(
    "collide-keys", "makes rogue operators until one is an honest one's twin, and signs in its name",
    expectation: "1 − (1 − h/2^keyBits)^(q_own − 1), for h honest operators"),
  AdversaryFacts("solve-agreement-key", "computes an HSM's agreement secret", expectation: "some work²/(2·2^groupBits)"),
  AdversaryFacts("guess-wrap-key", "tries symmetric keys on wrapped keys", expectation: "q_open/2^cipherKeyBits, about"),
  AdversaryFacts(
    "transplant-keys", "puts an honest token's keys under a trust of its own, with a guessed tag",
    expectation: "q_open/2^tagBits"),
  AdversaryFacts(
    "stage-coup", "has a rogue HSM admitted by all endorsements that can be had, twice over",
    expectation: "0; 1 without a rule about successors"),
  AdversaryFacts(
    "break-quorum", "has n dishonest operators admit a rogue HSM", expectation: "0; 1 without the quorum assumption"),
  AdversaryFacts(
    "maul-protocol", "changes signatures into others on the same statement",
    expectation: "0 against secrecy; breaks the hops of kms in every trial"),
  AdversaryFacts(
    "tree-search", "searches moves on a model of the game until a key is stolen, and plays them",
    expectation: "0; 1 without a rule that matters"),
  AdversaryFacts("portfolio", "runs all attacks, one after another", expectation: "the sum of all, about"),
  AdversaryFacts("random-protocol", "makes random moves, guided by which refusals it has not seen yet", expectation: "0"),
]

private let names =
  ["admit-rogue-hsm"] + keySecrecyThieves.dropFirst() + [
    "break-quorum", "stage-coup", "tree-search", "portfolio", "random-protocol", "honest-run", "idle",
  ]
/// Rules without which something that is not genuine gets in.
private let successorRules = [
  "successor.quorum-distinct", "successor.quorum-of-parent", "successor.signatures-verify", "operator.genuine-entities",
]
private let policyDefects =
  [PlantedDefect("quorum-assumption", by: "break-quorum")] + successorRules.map { PlantedDefect($0, by: "stage-coup") }
/// Rules without which a key is stolen or known although nothing that is not genuine gets in.
private let tokenRules = [
  "token.signer-is-member", "token.signature-verifies", "token.signature-covers-keys", "token.wrap-bound-to-trust",
]
private let tokenDefects = tokenRules.map { PlantedDefect($0, by: "tree-search") }

private func hop(
  _ facts: HopFacts, to stage: KeySecrecyStage, adversary: String, showcase: [String: Int] = [:], twins: [PlantedDefect] = [],
  reduction: Entry.ReductionClaim? = nil
) -> Entry {
  Entry(
    facts, .wholeProtocol, parameters: hopParameters, showcase: showcase,
    adversaries: [adversary] + names.filter { $0 != adversary }, twins: twins, weight: 64,
    calibratedOnly: ["solve-agreement-key"], reduction: reduction,
    experiment: { KeySecrecyExperiments(part: .hop(stage)).build($0) },
    attacks: \.portfolioAttacks)
}

/// The reduction plays on the coins of the left game, and so wins in exactly the trials of the bad event.
private func simulated(around game: String, _ equation: String) -> Entry.ReductionClaim {
  .init(words: "the protocol simulated around \(game): \(equation)", agreement: .everyTrial) { _ in 1 }
}
private let forgery = simulated(around: "an unforgeability game", "Pr[bad] = Pr[UF]")

let keySecrecyGames = [
  Entry(
    name: "key-secrecy", kind: .game, title: "the whole protocol: a domain key, or an independent one",
    claim: """
      Operators, HSMs and hosts by the protocol's own code; the network, n − 1 operators and all rogue entities in the \
      adversary's hands. \
      `test` answers the key that an honest host would be served with (left) or an independent one (right):
          |Pr[A = 1 random] − Pr[A = 1 real]| ≤ \(MainTheorem.formula(of: HopFacts.keySecrecySequence)),  ε_mrpke ≤ \(HopFacts.reduction.bound)
      \(EntityPart.words)
      """,
    source: HopFacts.sequenceSource, badEvent: "none", parameters: keySecrecyParameters,
    showcase: ["q_net": 100, "signatureBits": 8, "hashBits": 12, "keyBits": 12, "groupBits": 20, "tagBits": 10],
    adversaries: names, twins: policyDefects + tokenDefects, weight: 64, calibratedOnly: ["solve-agreement-key"],
    bound: Epsilons.wholeProtocol.defining(MainTheorem.doubled(HopFacts.keySecrecySequence)),
    experiment: { KeySecrecyExperiments(part: .secrecy).build($0) }, formula: keySecrecyFormula,
    attacks: \.portfolioAttacks)
]

let keySecrecyHops = [
  hop(
    .secrecyKeys, to: .distinctKeys, adversary: "collide-keys", showcase: ["keyBits": 10, "q_own": 16],
    reduction: simulated(around: "the generation of all keys", "Pr[bad] = Pr[two of them are equal]")),
  hop(
    .secrecyOperators, to: .operatorSignatures, adversary: "admit-rogue-hsm", showcase: ["signatureBits": 8], reduction: forgery),
  hop(.secrecyHSMs, to: .hsmSignatures, adversary: "inject-known-key", showcase: ["signatureBits": 8], reduction: forgery),
  hop(
    .secrecyChain, to: .chain, adversary: "collide-trusts", showcase: ["hashBits": 10, "q_hash": 16],
    reduction: simulated(around: "a collision game, by way of B of `ind_cr`", "Pr[bad] = Pr[CR]")),
  hop(.secrecyPolicy, to: .policy, adversary: "stage-coup", twins: policyDefects),
  hop(
    .secrecyWraps, to: .recordedWraps, adversary: "portfolio",
    twins: [.init(KeySecrecyDefect.taglessRecords.rawValue, by: "portfolio")]),
  hop(
    .secrecyEncryption, to: .encryption, adversary: "transplant-keys",
    showcase: ["q_net": 100, "tagBits": 8, "groupBits": 20, "random": 1],
    reduction: simulated(
      around: "left-or-right multi-recipient encryption", "the adversary's bits are the same in every trial")),
  hop(
    .secrecyKeyless, to: .keyless, adversary: "portfolio",
    twins: [
      .init(KeySecrecyDefect.mixedCoins.rawValue, by: "random-protocol"),
      .init("token.wrap-bound-to-trust", by: "transplant-keys"),
    ]),
  Entry(
    .secrecyBit, .wholeProtocol, parameters: keySecrecyParameters,
    adversaries: ["portfolio"] + names.filter { $0 != "portfolio" },
    weight: 64, calibratedOnly: ["solve-agreement-key"],
    experiment: { KeySecrecyExperiments(part: .bit).build($0) }, attacks: \.portfolioAttacks),
]

/// The closed formula of a thief's success, where there is one and the budget of messages suffices for all of its guesses.
func keySecrecyFormula(_ selection: Selection) -> Double? { keySecrecyFormula(selection, openings: selection["q_open"]) }

/// - Parameter openings: how many of them the thief may spend.
func keySecrecyFormula(_ selection: Selection, openings: Int) -> Double? {
  guard selection.suite.isCalibrated, selection.twin == nil else { return nil }
  // Nobody founds a domain whose quorum is larger than the number of its operators, and so there is nothing to steal.
  if selection["n"] > selection["q_ops"] { return 0 }
  let (quorum, guesses, tries) = (selection["n"], selection["tries"], Double(selection["tries"]))
  // The signatures of a quorum, the founding and the installation of a domain; and what each attack asks of it.
  func suffices(_ messages: Int) -> Bool { selection["q_net"] >= quorum + 2 + messages }
  switch selection.adversary {
  case "admit-rogue-hsm" where suffices(quorum - 1 + 2):
    return ClosedFormula.any(selection["q_ops"] - (quorum - 1), of: tries / .two(to: selection["signatureBits"]))
  case "inject-known-key" where suffices(1 + quorum + selection["q_hid"] * guesses):
    return ClosedFormula.any(selection["q_hid"], of: tries / .two(to: selection["signatureBits"]))
  case "transplant-keys" where suffices(1 + 2 * (openings + 1) + 1):
    return min(1, Double(openings) / .two(to: selection["tagBits"]))
  case "honest-run", "idle", "break-quorum": return 0
  default: return nil
  }
}
