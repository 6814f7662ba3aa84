import SignatureAdversaries
import Arena
package import Families
import GameKit
import Games
import Primitives
import Records
import Referee

/// A signature game or hop, on one scheme.
struct SignatureStage<S: MessageScheme>: Stage {
  typealias Query = SignatureQuery<S>
  typealias Answer = SignatureAnswer<S>
  let wiring: Wiring
  let scheme: S
  let part: SignaturePart

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    let scheme = scheme
    let forgery = { @Sendable in SignatureForgery(scheme: scheme) }
    let toOneKey = OneKeyForger<S>(
      keys: wiring.keys, submitting: wiring.twin(OneKeyForger<S>.Submission.self) ?? .planted)
    let (many, planted): (Budget<SignatureQuery<S>.Kind>, Budget<SignatureQuery<S>.Kind>) = (
      wiring.manyKeys(), wiring.plantedKey()
    )
    switch part {
    case .idealization:
      if let twin = wiring.twin(SignatureTwin.self) {
        return wiring.planted(PlantedSignatureHop(scheme: scheme, twin: twin), against: adversary, budget: many)
      }
      return wiring.hop(SignatureIdealization(scheme: scheme), against: adversary, budget: many)
    case .forgery: return wiring.game(forgery, against: adversary, budget: many)
    case .forgeryOfOneKey: return wiring.game(forgery, against: adversary, budget: wiring.oneKey())
    case .idealizationToForgery:
      return wiring.hop(
        SignatureIdealization(scheme: scheme), against: adversary, budget: many, reduction: ForgerFromDistinguisher<S>(),
        to: forgery, targetBudget: many, agreement: .everyTrial)
    case .forgeryToOneKey:
      return wiring.game(
        forgery, against: adversary, budget: many, reduction: toOneKey, to: forgery, targetBudget: planted, agreement: .planted)
    case .idealizationToOneKey:
      return wiring.hop(
        SignatureIdealization(scheme: scheme), against: adversary, budget: many,
        reduction: Composed(ForgerFromDistinguisher<S>(), toOneKey), to: forgery, targetBudget: planted, agreement: .planted)
    }
  }

  static var attacks: [Attack<Self>] {
    [
      Attack(
        "guess", "guesses a signature, `tries` distinct candidates under one key", expects: "tries/2^signatureBits"
      ) { Guess(scheme: $0.scheme, tries: $0["tries"]) },
      Attack(
        "guess-all-keys", "guesses under every key, `tries` candidates each", expects: "1 − (1 − tries/2^signatureBits)^q_gen"
      ) { GuessAllKeys(scheme: $0.scheme, tries: $0["tries"]) },
      Attack("replay", "presents produced signatures again", expects: "0") { _ in Replay<S>() },
      Attack("use-every-key", "signs under every key and presents what it got", expects: "0") { _ in UseEveryKey<S>() },
      Attack(
        "cross-message", "presents a signature for another message and under other keys", expects: "as one guess each"
      ) { _ in CrossMessage<S>() },
      Attack(
        "key-collision", "makes keys until one equals an honest key, then signs with it", expects: "q_own·q_gen/2^keyBits"
      ) { _ in KeyCollision<S>() },
      Attack(
        "maul", "turns a signature into another one on the same message", expects: "1 on kms, 0 on kms-low-s and modern"
      ) { Maul(scheme: $0.scheme) },
      Attack("fuzz", "makes random queries of every kind, legal and illegal", expects: "small") {
        FuzzSignatures(scheme: $0.scheme, queries: $0["queries"])
      },
      .idle,
    ]
  }
}

enum SignaturePart: SuiteBody {
  case idealization, forgery, forgeryOfOneKey
  case idealizationToForgery, forgeryToOneKey, idealizationToOneKey

  var outside: OutsideStage {
    .calibrated { SignatureStage(wiring: $0, scheme: $0.selection.calibratedSuite.signing, part: self).erased }
  }

  func experiment<Base: Suite>(on suite: Base, _ wiring: Wiring) -> AnyExperiment {
    SignatureStage(wiring: wiring, scheme: suite.signing, part: self).play(SignatureStage.attacks)
  }
}

extension Wiring {
  private func budget<S>(keys: Int, verifications: Int, own: Int) -> Budget<SignatureQuery<S>.Kind> {
    Budget { kind in
      switch kind {
      case .keygen: keys
      case .sign: self["q_sig"]
      case .verify: verifications
      case .rogueKeygen: own
      case .publicKeys, .rogueSign: Int(UInt32.max)
      }
    }
  }

  /// `tries` counts per key, so there are q_gen·tries verifications in all.
  fileprivate func manyKeys<S>() -> Budget<SignatureQuery<S>.Kind> {
    budget(keys: keys, verifications: keys * self["tries"], own: self["q_own"])
  }

  fileprivate func oneKey<S>() -> Budget<SignatureQuery<S>.Kind> {
    budget(keys: 1, verifications: self["tries"], own: self["q_own"])
  }

  /// The reduction's budget in the one-key game: it makes all other keys itself, and it submits what it is given. On average over
  /// the place of the planted key, `tries` of the submissions concern it.
  fileprivate func plantedKey<S>() -> Budget<SignatureQuery<S>.Kind> {
    budget(keys: 1, verifications: keys * self["tries"], own: self["q_own"] + keys - 1)
  }

  /// The game with one key has no parameter for their number.
  fileprivate var keys: Int { selection.parameters["q_gen"] ?? 1 }
}

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
private let attacks = SignatureStage<CalibratedSignature>.attacks.map(\.facts)

private func game(
  _ name: String, _ title: String, claim: String, source: String, bound: Bound = "q_gen" * "ε_sig", _ part: SignaturePart,
  measure: Measure = .winning, twins: [PlantedDefect] = []
) -> Entry {
  let hasOneKey = part == .forgeryOfOneKey
  return Entry(
    .game, name, title, claim: claim, source: "\(HopFacts.signatureSource), \(source)", badEvent: "forgery", measure: measure,
    parameters: parameters.filter { !hasOneKey || $0.name != "q_gen" }, showcase: hasOneKey ? [:] : showcase, twins: twins,
    bound: Epsilons.signatures.defining(bound), attacks: attacks, chance: Entry.unknown, experiment: { $0.open(part) },
    outside: part.outside)
}

/// The reduction to one key as it once was: after a collision it submits signatures of its own as forgeries.
private let submitsEverything = PlantedDefect(
  OneKeyForger<CalibratedSignature>.Submission.everything.rawValue, by: "use-every-key", with: [("q_gen", 4), ("keyBits", 3)])

private func hop(
  _ facts: HopFacts, _ part: SignaturePart, measure: Measure = .coupledWorlds, twins: [PlantedDefect] = [],
  reduction: Entry.ReductionClaim
) -> Entry {
  Entry(
    facts, .signatures, measure: measure, parameters: parameters, showcase: showcase, twins: twins, reduction: reduction,
    attacks: attacks, chance: Entry.unknown, experiment: { $0.open(part) }, outside: part.outside)
}

package let signatures = Family(
  attacks: attacks,
  games: [
    game(
      "signature-idealization", "real signatures or ideal ones",
      claim: """
        Left, `verify` is the scheme's. Right, under a registered key exactly the triples (key, message, signature) that were \
        produced verify. Until a forgery the two answer alike:
            |Pr[A = 1 right] − Pr[A = 1 left]| ≤ Pr[forgery] ≤ q_gen·ε_sig
        """,
      source: "modules RealSigServ and IdealSigServ", .idealization, measure: .coupledWorlds,
      twins: [.init("forgetful", by: "replay"), .init("drifting", by: "guess"), .init("biased", by: "guess")]),
    game(
      "signature-forgery", "strong unforgeability with many keys (UF)",
      claim: "Won by a triple under a registered key that verifies and was never produced:  Pr[win] ≤ q_gen·ε_sig",
      source: "module UF", .forgery),
    game(
      "signature-forgery-one-key", "strong unforgeability with one key (UF₁)",
      claim: "As signature-forgery with one key; its best advantage is what ε_sig stands for:  Pr[win] ≤ ε_sig",
      source: "module UF1", bound: "ε_sig", .forgeryOfOneKey),
  ],
  hops: [
    hop(.indUF, .idealizationToForgery, reduction: .init(words: "Pr[forgery] = Pr[UF(B(A))]", agreement: .everyTrial)),
    hop(
      .ufUF1, .forgeryToOneKey, measure: .winning,
      twins: [submitsEverything],
      reduction: .init(words: "Pr[UF(A)] ≤ E[forged keys] = q_gen·Pr[UF₁(C(A))]", agreement: .planted) { Double($0["q_gen"]) }),
    hop(
      .indUF1, .idealizationToOneKey,
      twins: [submitsEverything],
      reduction: .init(words: "Pr[forgery] ≤ E[forged keys] = q_gen·Pr[UF₁(C(B(A)))]", agreement: .planted) {
        Double($0["q_gen"])
      }),
  ])
