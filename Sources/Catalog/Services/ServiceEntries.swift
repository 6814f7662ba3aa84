import GameKit
import Games
import Records
import Referee
import Statistics

private let parameters = [
  Parameter("q_dom", 4, in: 3...60, "domain keys"),
  Parameter("tries", 4, in: 0...1_000_000, "forgeries, or guessed keys, for each domain key"),
  Parameter("q_dec", 5, in: 5...100_000, "decryptions beside the forgeries"),
  Parameter(
    "q_enc", 8, in: 1...100_000,
    "messages beside one for each domain key; an adversary that waits for a repeated nonce has so many"),
  Parameter("tagBits", 10, in: 1...64, "calibrated suite: bits of an authentication tag", calibratedOnly: true),
  Parameter("cipherKeyBits", 64, in: 1...64, "calibrated suite: bits of a symmetric key", calibratedOnly: true),
  Parameter("nonceBits", 64, in: 1...64, "calibrated suite: bits of a nonce", calibratedOnly: true),
]

private let hopParameters =
  parameters + [
    Parameter("signatureBits", 64, in: 1...64, "calibrated suite: bits of a signature", calibratedOnly: true),
    Parameter("keyBits", 64, in: 1...64, "calibrated suite: bits of entropy of an identity", calibratedOnly: true),
    Parameter("hashBits", 64, in: 1...64, "calibrated suite: bits of a fingerprint", calibratedOnly: true),
    Parameter("groupBits", 48, in: 4...48, "calibrated suite: bits of the group's order", calibratedOnly: true),
    Parameter("queries", 64, in: 1...100_000, "queries that the fuzzer attempts"),
  ]

private func formula(_ selection: Selection) -> Double? {
  guard selection.suite.isCalibrated, selection.twin == nil else { return nil }
  let (keys, tries) = (selection["q_dom"], Double(selection["tries"]))
  switch selection.adversary {
  case "forge-service-ciphertext": return ClosedFormula.any(keys, of: tries / .two(to: selection["tagBits"]))
  case "guess-service-key": return ClosedFormula.any(keys, of: tries / .two(to: selection["cipherKeyBits"]))
  case "repeat-service-nonce":
    let nonces = Double.two(to: selection["nonceBits"])
    return 1 - (0..<selection["q_enc"]).reduce(1) { $0 * max(0, 1 - Double($1) / nonces) }
  case "corrupt-host": return min(1, tries / .two(to: selection["cipherKeyBits"]))
  case "idle": return 0
  default: return nil
  }
}

let serviceAdversaries = [
  AdversaryFacts(
    "forge-service-ciphertext", "guesses the tag of an encrypted body under other associated data, under every domain key",
    expectation: "1 − (1 − tries/2^tagBits)^q_dom"),
  AdversaryFacts(
    "guess-service-key", "tries keys on a ciphertext of every domain key", expectation: "1 − (1 − tries/2^cipherKeyBits)^q_dom"),
  AdversaryFacts(
    "repeat-service-nonce", "waits for two ciphertexts with one nonce, and compares their bodies",
    expectation: "1 − ∏(1 − i/2^nonceBits), i < q_enc"),
  AdversaryFacts(
    "corrupt-host", "asks HSMs under a corrupt host's identity, in a domain that lists it and in one that does not",
    expectation: "tries/2^cipherKeyBits"),
  AdversaryFacts(
    "use-service", "encrypts and decrypts as users do, and elsewhere than they may",
    expectation: "small; near 1 against a defective ideal"),
  AdversaryFacts(
    "echo-key", "encrypts a known key and has it decrypted", expectation: "0; 1 where HSMs look for keys in users' messages"),
  AdversaryFacts("fuzz-service", "makes random queries of every kind, legal and illegal", expectation: "small"),
]

private let names = [
  "forge-service-ciphertext", "guess-service-key", "repeat-service-nonce", "corrupt-host", "use-service", "echo-key", "idle",
]
private let hopNames = ["use-service", "echo-key", "fuzz-service"] + names.filter { !["use-service", "echo-key"].contains($0) }
private let twins = ServiceTwin.allCases.map { PlantedDefect($0.rawValue, by: "use-service") }
private let watchedReplies = PlantedDefect("watched-replies", by: "echo-key")
/// Under a cipher that hides messages nobody sees which one the simulator encrypts; in lockstep its ciphertexts are another's.
private let unseen = PlantedDefect(ServiceTwin.leaky.rawValue, by: "use-service", elsewhere: "service-ideal")
private let weak = ["tagBits": 8, "cipherKeyBits": 12, "nonceBits": 12]

/// The advantage against key secrecy stands between the first two of the hops.
private let serviceBound = Bound.paid("ε_keys", by: "key-secrecy") + HopFacts.serviceSequence.payment

let serviceGames = [
  Entry(
    name: "service", kind: .game, title: "the encryption service, real or ideal",
    claim: """
      Left, users' requests go through hosts, HSMs and tokens. Right, in honest domains, a functionality keeps the messages in a \
      table, and \
      a simulator that is told their lengths invents ciphertexts; it runs all the rest. A corrupt host's requests are the \
      adversary's: keys \
      stay secret, and domains that list only honest hosts keep every guarantee:
          |Pr[A = 1 ideal] − Pr[A = 1 real]| ≤ \(serviceBound.gathered),  ε_keys the advantage against key secrecy
      \(EntityPart.words)
      """,
    source: HopFacts.serviceSource, badEvent: "none", parameters: parameters, showcase: weak, adversaries: names,
    twins: twins.map { $0.name == unseen.name ? unseen : $0 } + [watchedReplies], weight: 64,
    bound: Epsilons.service.defining(serviceBound),
    experiment: { ServiceExperiments(part: .game).build($0) }, formula: formula)
]

let serviceHops = [
  Entry(
    .serviceKeys, .service, parameters: hopParameters, adversaries: hopNames, twins: twins + [watchedReplies], weight: 64,
    experiment: { ServiceExperiments(part: .keys).build($0) }, formula: { _ in 0 }),
  Entry(
    .serviceCipher, .service, parameters: hopParameters, adversaries: hopNames, twins: twins, weight: 64,
    experiment: { ServiceExperiments(part: .cipher).build($0) },
    formula: { _ in 0 }),
  Entry(
    .serviceAEAD, .service, parameters: parameters, showcase: weak, adversaries: names, weight: 64,
    experiment: { ServiceExperiments(part: .allKeys).build($0) }, formula: formula),
  Entry(
    .serviceOneKey, .service, parameters: parameters, showcase: weak, adversaries: names, weight: 64,
    experiment: { ServiceExperiments(part: .oneKey).build($0) },
    formula: { selection in formula(selection).map { $0 / Double(selection["q_dom"]) } }),
  Entry(
    .serviceIdeal, .service, parameters: hopParameters, adversaries: hopNames, twins: twins, weight: 64,
    experiment: { ServiceExperiments(part: .ideal).build($0) }, formula: { _ in 0 }
  ),
]
