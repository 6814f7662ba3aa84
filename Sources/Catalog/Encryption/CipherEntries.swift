import GameKit
import Games
import Records
import Referee

private let source = "\(HopFacts.assumptions)/AEAD.ec"
private let suites: [Suite] = [.calibrated, .kms]

/// - Parameter bridged: the only adversaries that read the sizes of challenges under fresh keys; nil for all.
private func parameters(bridged: [String]? = nil) -> [Parameter] {
  [
    Parameter("q_lor", 4, in: 1...100_000, "challenges of an adversary against fresh keys", of: bridged),
    Parameter("recipients", 3, in: 1...1000, "keys of one such challenge", of: bridged),
  ] + cipherParameters
}

private let cipherParameters = [
  Parameter("q_dec", 4, in: 1...1_000_000, "decryptions, and so forgeries that may be tried"),
  Parameter("q_open", 4, in: 1...1_000_000, "keys that the adversary may try for itself"),
  Parameter("tagBits", 10, in: 1...64, "calibrated suite: bits of an authentication tag", calibratedOnly: true),
  Parameter("cipherKeyBits", 64, in: 1...64, "calibrated suite: bits of a symmetric key", calibratedOnly: true),
  Parameter("nonceBits", 64, in: 1...64, "calibrated suite: bits of a nonce", calibratedOnly: true),
  Parameter("queries", 24, in: 1...100_000, "queries that the fuzzer attempts", of: ["fuzz-fresh-keys"]),
]

private func formula(_ selection: Selection) -> Double? {
  guard selection.suite.isCalibrated else { return nil }
  return switch selection.adversary {
  case "forge-ciphertext", "forge-fresh-key", "forger-forge-fresh-key":
    min(1, Double(selection["q_dec"]) / .two(to: selection["tagBits"]))
  case "guess-cipher-key": min(1, Double(selection["q_open"]) / .two(to: selection["cipherKeyBits"]))
  case "encrypt-then-decrypt": selection.entry.name == "aead-as-published" ? 1 : 0
  case "idle", "bridge-forge-fresh-key", "bridge-idle", "forger-idle": 0
  default: nil
  }
}

extension Double {
  static func two(to exponent: Int) -> Double { Double(sign: .plus, exponent: exponent, significand: 1) }
}

private let sharedKey = PlantedDefect("shared-key", by: "fuzz-fresh-keys")
private let names = ["forge-ciphertext", "guess-cipher-key", "encrypt-then-decrypt", "idle"]
private let freshKeyNames = ["fuzz-fresh-keys", "forge-fresh-key", "idle"]
private let bridged = ["bridge", "forger"].flatMap { use in freshKeyNames.map { "\(use)-\($0)" } }

private let freshKeyAdversaries = [
  AdversaryFacts("forge-fresh-key", "guesses the tag of a challenge's body under other data", expectation: "q_dec/2^tagBits"),
  AdversaryFacts(
    "fuzz-fresh-keys", "makes random queries of every kind under fresh keys, legal and illegal", expectation: "small"),
]

let cipherAdversaries =
  [
    AdversaryFacts(
      "encrypt-then-decrypt", "has a message encrypted, not as a challenge, and decrypts it",
      expectation: "1 against the game as published, 0 against the corrected one"),
    AdversaryFacts("forge-ciphertext", "guesses the tag of an encrypted body under other data", expectation: "q_dec/2^tagBits"),
    AdversaryFacts("guess-cipher-key", "tries keys on a challenge", expectation: "q_open/2^cipherKeyBits"),
  ] + freshKeyAdversaries
  + ["fuzz-fresh-keys", "forge-fresh-key", "idle"].flatMap { (name: String) in
    [
      AdversaryFacts(
        "bridge-\(name)", "is the reduction B around \(name)", expectation: "what the adversary has without its forgeries",
        around: name),
      AdversaryFacts("forger-\(name)", "is the reduction F around \(name)", expectation: "Pr[forgery]", around: name),
    ]
  }

let cipherGames = [
  Entry(
    name: "aead", kind: .game, title: "authenticated encryption with many keys",
    claim: """
      Left, left messages are encrypted and decryption works. Right, right messages are encrypted and nothing decrypts. What \
      `lor` \
      and `enc` have produced is decrypted in neither world:
          |Pr[A = 1 right] − Pr[A = 1 left]| ≤ ε_aead
      """,
    source: "\(source), module AEAD_Oracles, with the outputs of `enc` recorded [ours]", badEvent: "none",
    parameters: parameters(bridged: bridged), adversaries: names + bridged, suites: suites,
    bound: Epsilons.ciphers.defining("ε_aead"),
    experiment: {
      bridged.contains($0.adversary) ? PlayCipherUnderBridge().build($0) : CipherExperiment(record: .everything).build($0)
    }, formula: formula),
  Entry(
    name: "aead-as-published", kind: .game, title: "the same as published, where the outputs of `enc` are not recorded",
    claim: """
      As published, what `enc` has produced may be given to `dec`: left it decrypts, right it does not. So there is no bound \
      below 1.
      """,
    source: "\(source), module AEAD_Oracles", badEvent: "none", parameters: cipherParameters,
    adversaries: ["encrypt-then-decrypt", "forge-ciphertext", "guess-cipher-key", "idle"], suites: suites,
    bound: { _ in 1 }, experiment: { CipherExperiment(record: .challenges).build($0) }, formula: formula),
]

let freshKeyHops = [
  Entry(
    .freshKeysLeft, .ciphers, parameters: parameters(),
    adversaries: freshKeyNames, twins: [sharedKey], suites: suites,
    experiment: { HopToCipher(isRight: false).build($0) }, formula: { _ in 0 }),
  Entry(
    .freshKeysRight, .ciphers, parameters: parameters(),
    adversaries: freshKeyNames, twins: [.init("unflagged", by: "forge-fresh-key"), sharedKey], suites: suites,
    reduction: .init(words: "Pr[forgery] = Pr[F(A) forges]", agreement: .everyTrial) { _ in 1 },
    experiment: { HopToCipher(isRight: true).build($0) }, formula: formula),
]
