import Arena
package import Families
import GameKit
import Games
import Primitives
import Records
import Referee

enum RecipientPart: SuiteBody {
  case leftOrRight
  /// The perfect hops `hop1false`, `hop1true` and `hop2`.
  case realKeys, randomKeys, freshKeys
  /// Around an adversary, in the game of oracle Diffie–Hellman or of fresh keys.
  case underB1, underB2

  var outside: OutsideStage {
    .calibrated { RecipientStage(wiring: $0, scheme: $0.selection.calibratedSuite.encryption, part: self).erased }
  }

  func experiment<Base: Suite>(on suite: Base, _ wiring: Wiring) -> AnyExperiment {
    RecipientStage(wiring: wiring, scheme: suite.encryption, part: self).play(RecipientStage.attacks)
  }

  func experiment(calibrated suite: CalibratedSuite, _ wiring: Wiring) -> AnyExperiment {
    RecipientStage(wiring: wiring, scheme: suite.encryption, part: self)
      .play(RecipientStage.attacks + RecipientStage.smallGroupAttacks)
  }
}

private struct ODHBody: SuiteBody {
  func experiment<Base: Suite>(on suite: Base, _ wiring: Wiring) -> AnyExperiment {
    ODHStage(wiring: wiring, scheme: suite.encryption).play(ODHStage.attacks)
  }

  func experiment(calibrated suite: CalibratedSuite, _ wiring: Wiring) -> AnyExperiment {
    func on<D: KeyDerivation>(_ scheme: MultiRecipientEncryption<CalibratedGroup, D, CalibratedAEAD>) -> AnyExperiment {
      ODHStage(wiring: wiring, scheme: scheme).play(ODHStage.attacks + ODHStage.smallGroupAttacks)
    }
    guard wiring.selection.twin == unhashed.name else { return on(suite.encryption) }
    let scheme = suite.encryption
    return on(
      MultiRecipientEncryption(
        group: scheme.group, derivation: UnhashedElement(keyBits: wiring["cipherKeyBits"]), cipher: scheme.cipher,
        defects: scheme.defects))
  }
}

/// The assumption on authenticated encryption: B₂ around the adversaries against multi-recipient encryption, and those that play
/// directly.
private struct FreshKeyBody: SuiteBody {
  func experiment<Base: Suite>(on suite: Base, _ wiring: Wiring) -> AnyExperiment {
    FreshRecipientStage(wiring: wiring, scheme: suite.encryption).play(FreshRecipientStage.attacks)
  }

  func experiment(calibrated suite: CalibratedSuite, _ wiring: Wiring) -> AnyExperiment {
    FreshRecipientStage(wiring: wiring, scheme: suite.encryption)
      .play(FreshRecipientStage.attacks + FreshRecipientStage.smallGroupAttacks)
  }
}

private let suites: [SuiteName] = [.calibrated, .kms, .modern]
private typealias Scheme = MultiRecipientEncryption<CalibratedGroup, CalibratedKDF, CalibratedAEAD>
private let attacks = (RecipientStage<Scheme>.attacks + RecipientStage<Scheme>.smallGroupAttacks).map(\.facts).first("solve-key")
private let odhAttacks = (ODHStage<Scheme>.smallGroupAttacks + ODHStage<Scheme>.attacks).map(\.facts)
private let freshAttacks = (FreshRecipientStage<Scheme>.attacks + FreshRecipientStage<Scheme>.smallGroupAttacks).map(\.facts)
private let listed = attacks.first(
  "solve-key", "solve-key-or-right", "solve-key-rho", "guess-exponent", "guess-session-key", "forge-tag", "transplant-tag",
  "maul-ciphertext", "maul-ephemeral", "small-subgroup", "repeated-nonce", "odd-sets", "fuzz-recipients")

extension [AttackFacts] {
  /// The reductions among these around `attacks`, in the order of those.
  fileprivate func around(_ attacks: [AttackFacts]) -> [AttackFacts] {
    attacks.flatMap { attack in filter { $0.around == attack.name } }
  }

  /// Those that are no reductions around others.
  fileprivate var direct: [AttackFacts] { filter { $0.around == nil } }
}

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

/// What an attack by elements of small order needs.
private let smallOrders = [("q_dec", 1024), ("q_kdf", 1024), ("q_gen", 1), ("q_lor", 1), ("groupBits", 15), ("tagBits", 40)].map {
  (name: $0.0, value: $0.1)
}
private let tagless = PlantedDefect(.tagNotAuthenticated, by: "transplant-tag")
private let unhashed = PlantedDefect("unhashed", by: "shift-ephemeral", calibratedOnly: true)
private let planted = RecipientTwin.allCases.map { PlantedDefect($0.rawValue, by: "fuzz-recipients") }

/// Of the game, and of the lemma that all hops together make.
private let twins: [PlantedDefect] = [
  .init(.ephemeralReused, by: "repeated-nonce", with: [("nonceBits", 2), ("q_lor", 5)]),
  .init(.ephemeralNotBound, by: "maul-ephemeral", on: .kms), tagless,
  .init(.unchecked, by: "small-subgroup", with: smallOrders, calibratedOnly: true),
]

private func perfect(_ facts: HopFacts, _ part: RecipientPart, twins: [PlantedDefect] = planted) -> Entry {
  Entry(
    facts, .recipients, parameters: parameters, showcase: ["groupBits": 6], twins: twins, suites: suites,
    attacks: attacks.first("fuzz-recipients"), chance: Entry.perfect, experiment: { $0.open(part) }, outside: part.outside)
}

package let recipients = Family(
  attacks: listed.without("idle") + odhAttacks.direct + odhAttacks.around(listed) + freshAttacks.around(listed),
  games: [
    Entry(
      .game, "mrpke", "multi-recipient encryption, left or right", claim: HopFacts.reduction.claim,
      source: "\(HopFacts.assumptions)/MRPKE.ec, module MRPKE_lor; equal lengths [ours]", measure: .independentWorlds,
      parameters: parameters, showcase: ["tagBits": 8], twins: twins, suites: suites,
      bound: Epsilons.recipients.defining(HopFacts.reduction.bound), attacks: attacks,
      experiment: { $0.open(RecipientPart.leftOrRight) },
      outside: RecipientPart.leftOrRight.outside)
  ],
  hops: [
    perfect(.hop1False, .realKeys),
    Entry(
      .odh, .recipients, measure: .independentWorlds,
      parameters: parameters + [
        Parameter(
          "bit", 2, in: 0...2, "what B₁ encrypts: left (0), right (1), or one of them that it draws (2) and has guessed",
          of: odhAttacks.around(attacks).map(\.name))
      ],
      twins: [
        .init(.ephemeralReused, by: "repeat-challenge"),
        .init(.ephemeralNotBound, by: "equivalent-ephemeral", on: .kms),
        .init(.unchecked, by: "b1-small-subgroup", with: smallOrders, calibratedOnly: true), unhashed,
      ],
      suites: suites, attacks: odhAttacks.direct + odhAttacks.around(attacks), chance: { $1?($0) },
      experiment: { $0.open(ODHBody()) }),
    perfect(.hop1True, .randomKeys), perfect(.hop2, .freshKeys, twins: planted + [tagless]),
    Entry(
      // Nothing of a group is paid here, so tags are as short as in `aead`.
      .aeadMulti, .recipients, measure: .independentWorlds, parameters: parameters.with(["tagBits": 10]),
      showcase: ["tagBits": 8], suites: suites,
      attacks: freshAttacks.around(attacks).first("b2-forge-tag") + freshAttacks.direct.without("fuzz-fresh-keys"),
      experiment: { $0.open(FreshKeyBody()) },
      outside: .calibrated { FreshRecipientStage(wiring: $0, scheme: $0.selection.calibratedSuite.encryption).erased }),
    Entry(
      .reduction, .recipients, measure: .independentWorlds, parameters: parameters, showcase: ["tagBits": 8], twins: twins,
      suites: suites, attacks: attacks, experiment: { $0.open(RecipientPart.leftOrRight) },
      outside: RecipientPart.leftOrRight.outside),
  ])
