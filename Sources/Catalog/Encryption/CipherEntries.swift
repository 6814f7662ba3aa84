import GameKit
import Referee

private let source = "EasyCrypt, theories/crypto/assumptions/AEAD.ec"
private let suites: [Suite] = [.calibrated, .kms]

private let parameters = [
  Parameter("q_dec", 4, in: 1...1_000_000, "decryptions, and so forgeries that may be tried"),
  Parameter("q_open", 4, in: 1...1_000_000, "keys that the adversary may try for itself"),
  Parameter("tagBits", 10, in: 1...64, "calibrated suite: bits of an authentication tag", calibratedOnly: true),
  Parameter("cipherKeyBits", 64, in: 1...64, "calibrated suite: bits of a symmetric key", calibratedOnly: true),
  Parameter("nonceBits", 64, in: 1...64, "calibrated suite: bits of a nonce", calibratedOnly: true),
]

/// Forging q_dec tags, or trying q_open keys.
func cipherEpsilon(_ suite: Suite) -> Bound {
  suite.isCalibrated ? .defined("ε_aead", "q_dec" / .two(to: "tagBits") + "q_open" / .two(to: "cipherKeyBits")) : "ε_aead"
}

private func formula(_ selection: Selection) -> Double? {
  guard selection.suite.isCalibrated else { return nil }
  return switch selection.adversary {
  case "forge-ciphertext": min(1, Double(selection["q_dec"]) / .two(to: selection["tagBits"]))
  case "guess-cipher-key": min(1, Double(selection["q_open"]) / .two(to: selection["cipherKeyBits"]))
  case "encrypt-then-decrypt": selection.entry.name == "aead-as-published" ? 1 : 0
  default: 0
  }
}

extension Double {
  static func two(to exponent: Int) -> Double { Double(sign: .plus, exponent: exponent, significand: 1) }
}

private let names = ["forge-ciphertext", "guess-cipher-key", "encrypt-then-decrypt", "idle"]

let cipherAdversaries = [
  AdversaryFacts(
    "encrypt-then-decrypt", "has a message encrypted, not as a challenge, and decrypts it",
    expectation: "1 against the game as published, 0 against the corrected one"),
  AdversaryFacts("forge-ciphertext", "guesses the tag of an encrypted body under other data", expectation: "q_dec/2^tagBits"),
  AdversaryFacts("guess-cipher-key", "tries keys on a challenge", expectation: "q_open/2^cipherKeyBits"),
]

let cipherGames = [
  Entry(
    name: "aead", kind: .game, title: "authenticated encryption with many keys",
    claim: """
      Left, left messages are encrypted and decryption works. Right, right messages are encrypted and nothing decrypts. What `lor` \
      and `enc` have produced is decrypted in neither world:
          |Pr[A = 1 right] − Pr[A = 1 left]| ≤ ε_aead
      """,
    source: "\(source), module AEAD_Oracles, with the outputs of `enc` recorded [ours]", badEvent: "none",
    parameters: parameters, adversaries: names, suites: suites, bound: { cipherEpsilon($0) },
    experiment: { CipherExperiment(record: .everything).build($0) }, formula: formula),
  Entry(
    name: "aead-as-published", kind: .game, title: "the same as published, where the outputs of `enc` are not recorded",
    claim: """
      As published, what `enc` has produced may be given to `dec`: left it decrypts, right it does not. So there is no bound below 1.
      """,
    source: "\(source), module AEAD_Oracles", badEvent: "none", parameters: parameters,
    adversaries: ["encrypt-then-decrypt", "forge-ciphertext", "guess-cipher-key", "idle"], suites: suites,
    bound: { _ in 1 }, experiment: { CipherExperiment(record: .challenges).build($0) }, formula: formula),
]
