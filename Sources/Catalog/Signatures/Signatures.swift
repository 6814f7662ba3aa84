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
    let many: Budget<SignatureQuery<S>.Kind> = wiring.manyKeys()
    // What the reduction asks of the one key is measured beside what it is charged.
    let planted = Budget<SignatureQuery<S>.Kind> { $0 == .keygen ? 1 : Int(UInt32.max) }
    let toOneKey = OneKeyForger<S>(
      keys: wiring.keys, budget: many, submitting: wiring.twin(OneKeyForger<S>.Submission.self) ?? .planted)
    let hop = SignatureIdealization(scheme: scheme), ledger = SignatureLedger(scheme)
    func accounted(_ experiment: AnyExperiment) -> AnyExperiment {
      wiring.accounted(experiment, hop, against: adversary, budget: many, ledger: ledger)
    }
    func accounted(_ experiment: AnyExperiment, _ budget: Budget<Query.Kind>) -> AnyExperiment {
      wiring.accounted(experiment, forgery, against: adversary, budget: budget, ledger: ledger)
    }
    switch part {
    case .idealization:
      if let twin = wiring.twin(SignatureTwin.self) {
        return wiring.planted(PlantedSignatureHop(scheme: scheme, twin: twin), against: adversary, budget: many)
      }
      return accounted(wiring.hop(hop, against: adversary, budget: many))
    case .forgery: return accounted(wiring.game(forgery, against: adversary, budget: many), many)
    case .forgeryOfAllKeys:
      let keys = wiring.keys
      let quorum = { @Sendable in QuorumForgery(scheme: scheme, keys: keys) }
      // Keys are forged one behind the other, each on coins of its own. Nobody wins without a success; the first one is forced.
      return wiring.accounted(
        wiring.game(levelled: quorum, against: adversary, budget: many, forgottenBy: ["guess-all-keys"]), quorum,
        against: adversary, budget: many, ledger: ledger)
    case .forgeryOfOneKey:
      return accounted(wiring.game(forgery, against: adversary, budget: wiring.oneKey()), wiring.oneKey())
    case .idealizationToForgery:
      return accounted(
        wiring.hop(
          hop, against: adversary, budget: many, reduction: ForgerFromDistinguisher<S>(), to: forgery, targetBudget: many,
          agreement: .everyTrial))
    case .forgeryToOneKey:
      return accounted(
        wiring.game(
          forgery, against: adversary, budget: many, reduction: toOneKey, to: forgery, targetBudget: planted,
          agreement: .planted), many)
    case .idealizationToOneKey:
      return accounted(
        wiring.hop(
          hop, against: adversary, budget: many, reduction: Composed(ForgerFromDistinguisher<S>(), toOneKey), to: forgery,
          targetBudget: planted, agreement: .planted))
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
  case idealization, forgery, forgeryOfOneKey, forgeryOfAllKeys
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
      case .rogueVerify: self["tries"]
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

  /// The game with one key has no parameter for their number.
  fileprivate var keys: Int { selection.parameters["q_gen"] ?? 1 }
}

private let parameters = [
  Parameter("q_gen", 1, in: 1...1_000_000, "honest keys that may be generated"),
  Parameter("q_sig", 4, in: 1...1_000_000, "signatures that may be asked for"),
  Parameter(
    "tries", 4, in: 1...1_000_000, "verifications per honest key; q_gen·tries in all, and so many under keys that are nobody's"),
  Parameter("q_own", 4, in: 1...1_000_000, "key pairs that the adversary may make for itself"),
  Parameter("signatureBits", 10, in: 1...64, "calibrated suite: bits of a signature", calibratedOnly: true),
  Parameter("keyBits", 64, in: 1...64, "calibrated suite: bits of entropy of a key", calibratedOnly: true),
  Parameter("queries", 32, in: 1...100_000, "queries that the fuzzer attempts", of: ["fuzz"]),
]

private let showcase = ["q_gen": 4, "q_own": 16, "keyBits": 14]
private let attacks = SignatureStage<CalibratedSignature>.attacks.map(\.facts)

private func game(
  _ name: String, _ title: String, claim: String, source: String, bound: Bound = "q_gen" * "ε_sig", _ part: SignaturePart,
  measure: Measure = .winning, twins: [PlantedDefect] = [], chance: @escaping Entry.Chance = Entry.unknown
) -> Entry {
  let hasOneKey = part == .forgeryOfOneKey
  return Entry(
    .game, name, title, claim: claim, source: "\(HopFacts.signatureSource), \(source)", badEvent: "forgery", measure: measure,
    parameters: parameters.filter { !hasOneKey || $0.name != "q_gen" },
    showcase: hasOneKey ? [:] : showcase.filter { part != .forgeryOfAllKeys || $0.key != "q_gen" }, twins: twins,
    bound: Epsilons.signatures.defining(bound), attacks: attacks, chance: chance, experiment: { $0.open(part) },
    outside: part.outside)
}

/// A guess under each key, none of which is one of those before it.
@Sendable private func quorumChance(_ selection: Selection, _: AttackFacts.Chance?) -> Double? {
  guard selection.suite.isCalibrated, selection.adversary == "guess-all-keys" else { return nil }
  let guess = min(1, Double(selection["tries"]) / .two(to: selection["signatureBits"]))
  return (0..<selection["q_gen"]).reduce(1) { $0 * guess * max(0, 1 - Double($1) / .two(to: selection["keyBits"])) }
}

/// Reductions to one key that win more than they can, or work more than they say. The first is ours as it once was: after a
/// collision it submits signatures of its own as forgeries.
private let badForgers: [PlantedDefect] = OneKeyForger<CalibratedSignature>.Submission.allCases.compactMap { submission in
  switch submission {
  case .planted: nil
  case .everything: PlantedDefect(submission.rawValue, by: "use-every-key", with: [("q_gen", 4), ("keyBits", 3)])
  case .unsorted: PlantedDefect(submission.rawValue, by: "guess-all-keys", with: [("q_gen", 4)])
  case .twice: PlantedDefect(submission.rawValue, by: "guess")
  }
}

/// What C asks of the one key, and what ε_sig is stated at: of q_gen·tries verifications those under the planted key, W/q_gen of
/// W on average over its place. ε_sig is linear in them, so that their mean is what it is paid for.
@Sendable private func charges(_ selection: Selection) -> [Charge] {
  let (keys, tries) = (selection["q_gen"], selection["tries"])
  return [
    Charge("q_gen", atMost: 1), Charge("q_sig", atMost: selection["q_sig"]),
    Charge("q_ver", atMost: keys * tries, onAverage: Double(tries)), Charge("q_own", atMost: selection["q_own"] + keys - 1),
  ]
}

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
    game(
      "quorum-forgery", "forgeries under each of q_gen keys, as for a quorum",
      claim: """
        Won by a forgery under every one of q_gen keys. Of q_gen·tries verifications `tries` are, on average, under the key that \
        a reduction plants at a place that it chooses evenly:  Pr[win] ≤ E[Pr[forgery there]] ≤ ε_sig
        It is won level by level, one for each of the first keys, and hardly ever: wins can be split there.
        """,
      source: "module UF, and ours", bound: "ε_sig", .forgeryOfAllKeys, chance: quorumChance),
  ],
  hops: [
    hop(.indUF, .idealizationToForgery, reduction: .init(words: "Pr[forgery] = Pr[UF(B(A))]", agreement: .everyTrial)),
    hop(
      .ufUF1, .forgeryToOneKey, measure: .winning,
      twins: badForgers,
      reduction: .init(words: "Pr[UF(A)] ≤ E[forged keys] = q_gen·Pr[UF₁(C(A))]", agreement: .planted, charges: charges) {
        Double($0["q_gen"])
      }),
    hop(
      .indUF1, .idealizationToOneKey,
      twins: badForgers,
      reduction: .init(words: "Pr[forgery] ≤ E[forged keys] = q_gen·Pr[UF₁(C(B(A)))]", agreement: .planted, charges: charges) {
        Double($0["q_gen"])
      }),
  ])
