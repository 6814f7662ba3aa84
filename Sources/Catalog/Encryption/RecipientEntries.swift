import GameKit
import Games
import Records
import Referee
import Statistics

private let suites: [Suite] = [.calibrated, .kms, .modern]

private let parameters = [
  Parameter("q_gen", 4, in: 1...100_000, "recipients' keys that may be generated"),
  Parameter("q_lor", 4, in: 1...100_000, "challenges"),
  Parameter("recipients", 3, in: 1...1000, "recipients of one challenge"),
  Parameter("q_dec", 4, in: 1...1_000_000, "decryptions, and so forgeries that may be tried"),
  Parameter("q_kdf", 4, in: 1...1_000_000, "key derivations that the adversary may make for itself"),
  Parameter("q_open", 4, in: 1...1_000_000, "symmetric keys that the adversary may try for itself"),
  Parameter("work", 64, in: 1...100_000_000, "group operations of a search for a discrete logarithm", calibratedOnly: true),
  Parameter("groupBits", 16, in: 2...48, "calibrated suite: bits of the group's order", calibratedOnly: true),
  Parameter("cipherKeyBits", 64, in: 1...64, "calibrated suite: bits of a symmetric key", calibratedOnly: true),
  Parameter("nonceBits", 64, in: 1...64, "calibrated suite: bits of a nonce", calibratedOnly: true),
  Parameter("tagBits", 16, in: 1...64, "calibrated suite: bits of an authentication tag", calibratedOnly: true),
  Parameter("length", 16, in: 0...4096, "bytes of a message"),
  Parameter("queries", 24, in: 1...100_000, "queries that the fuzzer attempts", of: ["fuzz-recipients"]),
]

/// The closed formula of an adversary's advantage against multi-recipient encryption.
private func formula(_ selection: Selection) -> Double? {
  guard selection.suite.isCalibrated, selection.twin == nil, selection["length"] > 0 else { return nil }
  switch selection.adversary {
  case "forge-tag": return min(1, Double(selection["q_dec"]) / .two(to: selection["tagBits"]))
  case "guess-session-key": return min(1, Double(selection["q_open"]) / .two(to: selection["cipherKeyBits"]))
  case "transplant-tag": return 1 / .two(to: selection["tagBits"])
  case "guess-exponent": return min(1, Double(selection["work"]) / Double(selection.calibratedGroup.q - 1))
  case "solve-key", "solve-key-or-right":
    let size = Double((selection["work"] + 1) / 2)
    return min(1, (size * size - 1) / Double(selection.calibratedGroup.q - 1))
  case "odd-sets", "maul-ephemeral", "idle": return 0
  default: return nil
  }
}

/// Against oracle Diffie–Hellman, B₁ keeps half of the advantage: where its adversary does not know the bit, it guesses right
/// half the time in either world.
private func halved(_ selection: Selection) -> Double? {
  var inner = selection
  let name = selection.adversary
  if name.hasPrefix("b1-"), selection["bit"] == 2 {
    inner.adversary = String(name.dropFirst(3))
    switch inner.adversary {
    case "guess-exponent", "solve-key", "solve-key-or-right": return formula(inner).map { $0 / 2 }
    case "forge-tag", "guess-session-key", "transplant-tag", "odd-sets", "maul-ephemeral", "idle": return 0
    default: return nil
    }
  }
  return nil
}

/// Against fresh keys the searches in the group find nothing, the rest is unchanged.
private func withoutGroup(_ selection: Selection) -> Double? {
  guard selection.suite.isCalibrated else { return nil }
  if selection.adversary == "forge-fresh-key" { return min(1, Double(selection["q_dec"]) / .two(to: selection["tagBits"])) }
  var inner = selection
  inner.adversary = selection.adversary.drop(prefix: "b2-")
  return ["guess-exponent", "solve-key", "solve-key-or-right"].contains(inner.adversary) ? 0 : formula(inner)
}

private let generalNames = [
  "fuzz-recipients", "forge-tag", "transplant-tag", "maul-ciphertext", "maul-ephemeral", "guess-session-key", "odd-sets",
  "repeated-nonce", "idle",
]
private let calibratedNames = ["guess-exponent", "solve-key", "solve-key-or-right", "solve-key-rho", "small-subgroup"]
private let names = ["solve-key"] + generalNames + calibratedNames.filter { $0 != "solve-key" }
private let odhNames = ["solve-odh", "shift-ephemeral", "repeat-challenge", "equivalent-ephemeral"]
private let tagless = PlantedDefect("tag-not-authenticated", by: "transplant-tag")
/// What an attack by elements of small order needs.
private let smallOrders = [("q_dec", 1024), ("q_kdf", 1024), ("q_gen", 1), ("q_lor", 1), ("groupBits", 15), ("tagBits", 40)].map {
  (name: $0.0, value: $0.1)
}
private let twins: [PlantedDefect] = [
  .init("ephemeral-reused", by: "repeated-nonce", with: [("nonceBits", 2), ("q_lor", 5)]),
  .init("ephemeral-not-bound", by: "maul-ephemeral", on: .kms), tagless,
  .init("unchecked", by: "small-subgroup", with: smallOrders),
]
private let odhTwins: [PlantedDefect] = [
  .init("ephemeral-reused", by: "repeat-challenge"), .init("ephemeral-not-bound", by: "equivalent-ephemeral", on: .kms),
  .init("unchecked", by: "b1-small-subgroup", with: smallOrders), .init("unhashed", by: "shift-ephemeral"),
]
private let calibratedTwins = ["unchecked", "unhashed"]
private let planted = RecipientTwin.allCases.map { PlantedDefect($0.rawValue, by: "fuzz-recipients") }

private let plain = [
  AdversaryFacts(
    "solve-key", "computes a recipient's exponent by baby steps and giant steps, and reads the challenge",
    expectation: "(work²/4 − 1)/(q − 1)"),
  AdversaryFacts(
    "solve-key-or-right", "the same, and says right where the key that it has computed does not open the challenge",
    expectation: "as solve-key"),
  AdversaryFacts("solve-key-rho", "the same by Pollard's rho", expectation: "some work²/(18q), without memory"),
  AdversaryFacts("guess-exponent", "the same by trying exponents", expectation: "work/(q − 1)"),
  AdversaryFacts("guess-session-key", "tries symmetric keys on the challenge", expectation: "q_open/2^cipherKeyBits"),
  AdversaryFacts("forge-tag", "guesses the tag of the challenge's body under another tag", expectation: "q_dec/2^tagBits"),
  AdversaryFacts(
    "transplant-tag", "asks for the challenge under another tag",
    expectation: "2^−tagBits; 1 where the tag is not authenticated"),
  AdversaryFacts("maul-ciphertext", "flips single bits of the challenge", expectation: "at most 3/2^tagBits"),
  AdversaryFacts(
    "maul-ephemeral", "replaces gˣ by another key with the same shared secret",
    expectation: "0; 1 on real groups where the ephemeral key is not bound"),
  AdversaryFacts(
    "small-subgroup", "learns a recipient's exponent from decryptions under elements of small order",
    expectation:
      "0; near 1 where membership is not checked and q_dec and work suffice: q_dec=1024 q_kdf=1024 q_gen=1 q_lor=1 groupBits=15 "
      + "tagBits=40"
  ),
  AdversaryFacts(
    "repeated-nonce", "waits for two challenges with one ephemeral key and one nonce",
    expectation: "small; 1 − ∏(1 − i/2^nonceBits), i < q_lor, where the ephemeral key is reused"),
  AdversaryFacts(
    "odd-sets", "asks for challenges that are none: unequal lengths, repeated or unknown recipients", expectation: "0"),
  AdversaryFacts("fuzz-recipients", "makes random queries of every kind, legal and illegal", expectation: "small"),
]

/// What the reductions are put around.
private let wrapped = plain + [AdversaryFacts("idle", "asks nothing", expectation: "0")]

let recipientAdversaries =
  plain
  + [
    AdversaryFacts(
      "solve-odh", "computes an exponent by baby steps and giant steps, and checks the challenge's key",
      expectation: "(work²/4 − 1)/(q − 1)"),
    AdversaryFacts(
      "shift-ephemeral", "asks for the key of X·g and divides", expectation: "0; 1 where group elements are not hashed"),
    AdversaryFacts(
      "repeat-challenge", "asks for one recipient's keys twice", expectation: "0; 1 where the ephemeral key is reused"),
    AdversaryFacts(
      "equivalent-ephemeral", "asks for the key of another ephemeral key with the same shared secret",
      expectation: "0; 1 on real groups where the ephemeral key is not bound"),
  ]
  + wrapped.map {
    AdversaryFacts(
      "b1-\($0.name)", "is the reduction B₁ around \($0.name)", expectation: "half of what is due to the group", around: $0.name)
  }
  + wrapped.map {
    AdversaryFacts(
      "b2-\($0.name)", "is the reduction B₂ around \($0.name)", expectation: "what is due to the cipher", around: $0.name)
  }

let recipientGames = [
  Entry(
    name: "mrpke", kind: .game, title: "multi-recipient encryption, left or right", claim: HopFacts.reduction.claim,
    source: "\(HopFacts.assumptions)/MRPKE.ec, module MRPKE_lor; equal lengths [ours]", badEvent: "none", parameters: parameters,
    showcase: ["tagBits": 8],
    adversaries: names, twins: twins, suites: suites, calibratedOnly: calibratedNames + calibratedTwins,
    bound: Epsilons.recipients.defining(HopFacts.reduction.bound),
    experiment: { PlayRecipients().build($0) }, formula: formula)
]

let recipientHops = [
  Entry(
    .hop1False, .recipients, parameters: parameters, showcase: ["groupBits": 6],
    adversaries: ["fuzz-recipients"] + names.filter { $0 != "fuzz-recipients" },
    twins: planted, suites: suites, calibratedOnly: calibratedNames + calibratedTwins,
    experiment: { PerfectHop(hop: .realKeys).build($0) }, formula: { _ in 0 }),
  Entry(
    .odh, .recipients,
    parameters: parameters + [
      Parameter(
        "bit", 2, in: 0...2, "what B₁ encrypts: left (0), right (1), or one of them that it draws (2) and has guessed",
        of: names.map { "b1-\($0)" })
    ],
    adversaries: odhNames + names.map { "b1-\($0)" }, twins: odhTwins, suites: suites,
    calibratedOnly: ["solve-odh", "shift-ephemeral"] + calibratedNames.map { "b1-\($0)" } + calibratedTwins,
    experiment: odhExperiment, formula: halved),
  Entry(
    .hop1True, .recipients, parameters: parameters, showcase: ["groupBits": 6],
    adversaries: ["fuzz-recipients"] + names.filter { $0 != "fuzz-recipients" },
    twins: planted, suites: suites, calibratedOnly: calibratedNames + calibratedTwins,
    experiment: { PerfectHop(hop: .randomKeys).build($0) }, formula: { _ in 0 }),
  Entry(
    .hop2, .recipients, parameters: parameters, showcase: ["groupBits": 6],
    adversaries: ["fuzz-recipients"] + names.filter { $0 != "fuzz-recipients" },
    twins: planted + [tagless], suites: suites, calibratedOnly: calibratedNames + calibratedTwins,
    experiment: { PerfectHop(hop: .freshKeys).build($0) }, formula: { _ in 0 }),
  Entry(
    .aeadMulti, .recipients, parameters: parameters, showcase: ["tagBits": 8],
    adversaries: ["b2-forge-tag"] + names.filter { $0 != "forge-tag" }.map { "b2-\($0)" } + ["forge-fresh-key", "idle"],
    suites: suites,
    calibratedOnly: calibratedNames.map { "b2-\($0)" },
    experiment: { selection in
      guard selection.adversary.hasPrefix("b2-") else { return PlayFreshKeysDirectly().build(selection) }
      var inner = selection
      inner.adversary = String(selection.adversary.dropFirst(3))
      return PlayFreshKeys().build(inner)
    }, formula: withoutGroup),
  Entry(
    .reduction, .recipients, parameters: parameters, showcase: ["tagBits": 8],
    adversaries: names,
    twins: twins, suites: suites, calibratedOnly: calibratedNames + calibratedTwins,
    experiment: { PlayRecipients().build($0) }, formula: formula),
]
