import GameKit
import Games
import Records
import Referee

private let source = HopFacts.signatureSource
private let names = ["guess", "guess-all-keys", "replay", "cross-message", "key-collision", "maul", "fuzz", "idle"]

private let parameters = [
  Parameter("q_gen", 1, in: 1...1_000_000, "honest keys that may be generated"),
  Parameter("q_sig", 4, in: 1...1_000_000, "signatures that may be asked for"),
  Parameter("tries", 4, in: 1...1_000_000, "verifications per honest key; q_gen·tries in all"),
  Parameter("q_own", 4, in: 1...1_000_000, "key pairs that the adversary may make for itself"),
  Parameter("signatureBits", 10, in: 1...64, "calibrated suite: bits of a signature", calibratedOnly: true),
  Parameter("keyBits", 64, in: 1...64, "calibrated suite: bits of entropy of a key", calibratedOnly: true),
  Parameter("queries", 32, in: 1...100_000, "queries that the fuzzer attempts", of: ["fuzz"]),
]

private let showcase = ["q_gen": 4, "q_own": 16, "keyBits": 14]

let signatureAdversaries = [
  AdversaryFacts("guess", "guesses a signature, `tries` distinct candidates under one key", expectation: "tries/2^signatureBits"),
  AdversaryFacts(
    "guess-all-keys", "guesses under every key, `tries` candidates each",
    expectation: "1 − (1 − tries/2^signatureBits)^q_gen"),
  AdversaryFacts("replay", "presents produced signatures again", expectation: "0"),
  AdversaryFacts(
    "cross-message", "presents a signature for another message and under other keys", expectation: "as one guess each"),
  AdversaryFacts(
    "key-collision", "makes keys until one equals an honest key, then signs with it", expectation: "q_own·q_gen/2^keyBits"),
  AdversaryFacts(
    "maul", "turns a signature into another one on the same message", expectation: "1 on kms, 0 on kms-low-s and modern"),
  AdversaryFacts("fuzz", "makes random queries of every kind, legal and illegal", expectation: "small"),
  AdversaryFacts("idle", "asks nothing", expectation: "0"),
]

let signatureGames = [
  Entry(
    name: "signature-idealization", kind: .game, title: "real signatures or ideal ones",
    claim: """
      Left, `verify` is the scheme's. Right, under a registered key exactly the triples (key, message, signature) that were \
      produced verify. Until a forgery the two answer alike:
          |Pr[A = 1 right] − Pr[A = 1 left]| ≤ Pr[forgery] ≤ q_gen·ε_sig
      """,
    source: "\(source), modules RealSigServ and IdealSigServ", badEvent: "forgery", parameters: parameters,
    showcase: showcase, adversaries: names,
    twins: [.init("forgetful", by: "replay"), .init("drifting", by: "guess"), .init("biased", by: "guess")],
    bound: Epsilons.signatures.defining("q_gen" * "ε_sig"),
    experiment: { PlayIdealization().build($0) }),
  Entry(
    name: "signature-forgery", kind: .game, title: "strong unforgeability with many keys (UF)",
    claim: "Won by a triple under a registered key that verifies and was never produced:  Pr[win] ≤ q_gen·ε_sig",
    source: "\(source), module UF", badEvent: "forgery", parameters: parameters,
    showcase: showcase, adversaries: names,
    bound: Epsilons.signatures.defining("q_gen" * "ε_sig"), experiment: { PlayForgery(isOneKey: false).build($0) }),
  Entry(
    name: "signature-forgery-one-key", kind: .game, title: "strong unforgeability with one key (UF₁)",
    claim: "As signature-forgery with one key; its best advantage is what ε_sig stands for:  Pr[win] ≤ ε_sig",
    source: "\(source), module UF1", badEvent: "forgery",
    parameters: parameters.filter { $0.name != "q_gen" }, adversaries: names,
    bound: Epsilons.signatures.defining("ε_sig"), experiment: { PlayForgery(isOneKey: true).build($0) }),
]

let signatureHops = [
  Entry(
    .indUF, .signatures, parameters: parameters,
    showcase: showcase, adversaries: names,
    reduction: .init(words: "Pr[forgery] = Pr[UF(B(A))]", agreement: .everyTrial) { _ in 1 },
    experiment: { HopToForgery().build($0) }),
  Entry(
    .ufUF1, .signatures, parameters: parameters,
    showcase: showcase, adversaries: names,
    reduction: .init(words: "Pr[UF(A)] ≤ q_gen·Pr[UF₁(C(A))]", agreement: .onAverage) { Double($0["q_gen"]) },
    experiment: { ForgeryToOneKey().build($0) }),
  Entry(
    .indUF1, .signatures, parameters: parameters,
    showcase: showcase, adversaries: names,
    reduction: .init(words: "Pr[forgery] ≤ q_gen·Pr[UF₁(C(B(A)))]", agreement: .onAverage) { Double($0["q_gen"]) },
    experiment: { HopToOneKey().build($0) }),
]
