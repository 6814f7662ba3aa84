import Adversaries
import Arena
import GameKit
import Games
import Primitives
import Records
import Referee

/// A game or hop of multi-recipient encryption, on one scheme.
struct RecipientStage<S: HybridScheme>: Stage {
  typealias Query = RecipientQuery<S>
  typealias Answer = RecipientAnswer<S>
  let wiring: Wiring
  let scheme: S
  let part: RecipientPart

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    play(ErasedAdversary(adversary))
  }

  /// Compiled once for all adversaries: there are many, and the games are large.
  private func play(_ adversary: ErasedAdversary<RecipientQuery<S>, RecipientAnswer<S>>) -> AnyExperiment {
    let (scheme, recipients) = (scheme, self["recipients"])
    let budget = Budget<RecipientQuery<S>.Kind> { kind in
      switch kind {
      case .gen: self["q_gen"]
      case .lor: self["q_lor"]
      case .dec: self["q_dec"]
      case .derive: self["q_kdf"]
      case .seal: Int(UInt32.max)
      case .open: self["q_open"]
      }
    }
    func hop<H: Hop<RecipientQuery<S>, RecipientAnswer<S>>>(_ hop: H) -> AnyExperiment {
      if let twin = wiring.twin(RecipientTwin.self) {
        return wiring.planted(PlantedRecipientHop<S, H>(hop, twin: twin), against: adversary, budget: budget)
      }
      return wiring.hop(hop, against: adversary, budget: budget)
    }
    switch part {
    case .leftOrRight:
      return wiring.worlds(
        left: { RecipientGame(scheme: scheme, keys: .derived, challenge: .left, recipients: recipients) },
        right: { RecipientGame(scheme: scheme, keys: .derived, challenge: .right, recipients: recipients) }, against: adversary,
        budget: budget)
    case .realKeys: return hop(RecipientsAreODH(scheme: scheme, world: .real, recipients: recipients))
    case .randomKeys: return hop(RecipientsAreODH(scheme: scheme, world: .random, recipients: recipients))
    case .freshKeys: return hop(RandomKeysAreCipher(scheme: scheme, recipients: recipients))
    case .underB1:
      let challenge: ChallengeBit = [.left, .right, .drawn][self["bit"]]
      let reduction = SimulatingReduction(of: RecipientGame<S>.self) {
        RecipientsFromODH(scheme: scheme, challenge: challenge, recipients: recipients)
      }
      return ODHStage(wiring: wiring, scheme: scheme).experiment(against: Reduced(reduction, of: adversary))
    case .underB2:
      let reduction = SimulatingReduction(of: RecipientGame<S>.self) {
        RecipientsFromCipher(scheme: scheme, recipients: recipients)
      }
      let target = Budget<FreshKeyQuery<S.Cipher>.Kind> { kind in
        switch kind {
        case .lor: self["q_lor"]
        case .dec: self["q_dec"]
        case .seal: Int(UInt32.max)
        case .open: self["q_open"] + self["q_dec"]
        }
      }
      return wiring.worlds(
        left: { FreshKeyGame(cipher: scheme.cipher, challenge: .left, keysPerChallenge: recipients) },
        right: { FreshKeyGame(cipher: scheme.cipher, challenge: .right, keysPerChallenge: recipients) },
        against: Reduced(reduction, of: adversary), budget: target)
    }
  }

  /// Those that play on any group.
  static var attacks: [Attack<Self>] {
    [
      Attack("fuzz-recipients", "makes random queries of every kind, legal and illegal", expects: "small") {
        FuzzRecipients(scheme: $0.scheme, queries: $0["queries"], length: $0["length"])
      },
      Attack(
        "forge-tag", "guesses the tag of the challenge's body under another tag", expects: "q_dec/2^tagBits",
        chance: { $0.told { $0.chance(of: "q_dec", guesses: "tagBits") } }
      ) { ForgeTag(scheme: $0.scheme, tries: $0["q_dec"], length: $0["length"]) },
      Attack(
        "transplant-tag", "asks for the challenge under another tag", expects: "2^−tagBits; 1 where the tag is not authenticated",
        chance: { $0.told { 1 / .two(to: $0["tagBits"]) } }
      ) { TransplantTag(scheme: $0.scheme, length: $0["length"]) },
      Attack("maul-ciphertext", "flips single bits of the challenge", expects: "at most 3/2^tagBits") {
        MaulCiphertext(scheme: $0.scheme, length: $0["length"])
      },
      Attack(
        "maul-ephemeral", "replaces gˣ by another key with the same shared secret",
        expects: "0; 1 on real groups where the ephemeral key is not bound", chance: { $0.told { _ in 0 } }
      ) { MaulEphemeral(scheme: $0.scheme, length: $0["length"]) },
      Attack(
        "guess-session-key", "tries symmetric keys on the challenge", expects: "q_open/2^cipherKeyBits",
        chance: { $0.told { $0.chance(of: "q_open", guesses: "cipherKeyBits") } }
      ) { GuessSessionKey(scheme: $0.scheme, tries: $0["q_open"], length: $0["length"]) },
      Attack(
        "odd-sets", "asks for challenges that are none: unequal lengths, repeated or unknown recipients", expects: "0",
        chance: { $0.told { _ in 0 } }
      ) { OddSets(scheme: $0.scheme, length: $0["length"]) },
      Attack(
        "repeated-nonce", "waits for two challenges with one ephemeral key and one nonce",
        expects: "small; 1 − ∏(1 − i/2^nonceBits), i < q_lor, where the ephemeral key is reused"
      ) {
        RepeatedNonce(
          scheme: $0.scheme, nonceBytes: $0.wiring.selection.suite.isCalibrated ? 8 : 12, length: $0["length"])
      },
      .idle { $0.told { _ in 0 } },
    ]
  }
}

extension RecipientStage where S.Group == CalibratedGroup {
  /// Those that need a group which can be broken.
  static var smallGroupAttacks: [Attack<Self>] {
    [
      Attack(
        "guess-exponent", "the same by trying exponents", expects: "work/(q − 1)", on: [.calibrated],
        chance: { $0.told { min(1, Double($0["work"]) / $0.exponents) } }
      ) { $0.solving(.guessing) },
      Attack(
        "solve-key", "computes a recipient's exponent by baby steps and giant steps, and reads the challenge",
        expects: "(work²/4 − 1)/(q − 1)", on: [.calibrated], chance: { $0.told(\.chanceOfGiantSteps) }
      ) { $0.solving(.babyStepGiantStep) },
      Attack(
        "solve-key-or-right", "the same, and says right where the key that it has computed does not open the challenge",
        expects: "as solve-key", on: [.calibrated], chance: { $0.told(\.chanceOfGiantSteps) }
      ) { $0.solving(.babyStepGiantStep, orRight: true) },
      Attack(
        "solve-key-rho", "the same by Pollard's rho", expects: "some work²/(18q), without memory", on: [.calibrated]
      ) { $0.solving(.rho) },
      Attack(
        "small-subgroup", "learns a recipient's exponent from decryptions under elements of small order",
        expects:
          "0; near 1 where membership is not checked and q_dec and work suffice: q_dec=1024 q_kdf=1024 q_gen=1 q_lor=1 "
          + "groupBits=15 tagBits=40", on: [.calibrated]
      ) { SmallSubgroup(scheme: $0.scheme, work: $0["work"], length: $0["length"]) },
    ]
  }

  private func solving(_ method: DiscreteLogarithm.Method, orRight: Bool = false) -> SolveRecipientKey<S> {
    SolveRecipientKey(
      scheme: scheme, logarithm: DiscreteLogarithm(group: scheme.group, method: method, work: self["work"]),
      length: self["length"], saysRightUnread: orRight)
  }
}

enum RecipientPart: SuiteBody {
  case leftOrRight
  /// The perfect hops `hop1false`, `hop1true` and `hop2`.
  case realKeys, randomKeys, freshKeys
  /// Around an adversary, in the game of oracle Diffie–Hellman or of fresh keys.
  case underB1, underB2

  func experiment<Base: Suite>(on suite: Base, _ wiring: Wiring) -> AnyExperiment {
    RecipientStage(wiring: wiring, scheme: suite.encryption, part: self).play(RecipientStage.attacks)
  }

  func experiment(calibrated suite: CalibratedSuite, _ wiring: Wiring) -> AnyExperiment {
    RecipientStage(wiring: wiring, scheme: suite.encryption, part: self)
      .play(RecipientStage.attacks + RecipientStage.smallGroupAttacks)
  }
}

/// Oracle Diffie–Hellman, real against random.
struct ODHStage<S: HybridScheme>: Stage {
  typealias Query = ODHQuery<S>
  typealias Answer = ODHAnswer<S>
  let wiring: Wiring
  let scheme: S

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    let scheme = scheme
    let budget = Budget<ODHQuery<S>.Kind> { kind in
      switch kind {
      case .gen: self["q_gen"]
      case .ror: self["q_lor"]
      case .hash: self["q_dec"]
      case .derive: self["q_kdf"]
      }
    }
    return wiring.worlds(
      left: { OracleDiffieHellman(scheme: scheme, world: .real) }, right: { OracleDiffieHellman(scheme: scheme, world: .random) },
      against: adversary, budget: budget)
  }

  static var attacks: [Attack<Self>] {
    [
      Attack(
        "repeat-challenge", "asks for one recipient's keys twice", expects: "0; 1 where the ephemeral key is reused"
      ) { RepeatChallenge(scheme: $0.scheme) },
      Attack(
        "equivalent-ephemeral", "asks for the key of another ephemeral key with the same shared secret",
        expects: "0; 1 on real groups where the ephemeral key is not bound"
      ) { EquivalentODH(scheme: $0.scheme) },
    ] + RecipientStage<S>.attacks.map { $0.underB1(isDueToGroup: false) }
  }
}

extension ODHStage where S.Group == CalibratedGroup, S.Cipher.Key == CalibratedAEAD.Key {
  static var smallGroupAttacks: [Attack<Self>] {
    [
      Attack(
        "solve-odh", "computes an exponent by baby steps and giant steps, and checks the challenge's key",
        expects: "(work²/4 − 1)/(q − 1)", on: [.calibrated]
      ) {
        SolveODH(
          scheme: $0.scheme,
          logarithm: DiscreteLogarithm(group: $0.scheme.group, method: .babyStepGiantStep, work: $0["work"]))
      },
      Attack(
        "shift-ephemeral", "asks for the key of X·g and divides", expects: "0; 1 where group elements are not hashed",
        on: [.calibrated]
      ) { ShiftEphemeral(scheme: $0.scheme) },
    ]
      + RecipientStage<S>.smallGroupAttacks.map { $0.underB1(isDueToGroup: true) }
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

/// Left or right under the fresh keys of a scheme's cipher.
struct FreshRecipientStage<S: HybridScheme>: Stage {
  typealias Query = FreshKeyQuery<S.Cipher>
  typealias Answer = CipherAnswer
  let wiring: Wiring
  let scheme: S

  fileprivate var fresh: FreshKeyStage<S.Cipher> { FreshKeyStage(wiring: wiring, cipher: scheme.cipher, part: .leftOrRight) }

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    fresh.experiment(against: adversary)
  }

  static var attacks: [Attack<Self>] {
    RecipientStage<S>.attacks.map { $0.underB2(chance: $0.facts.chance) }
      + FreshKeyStage<S.Cipher>.attacks.map { $0.on(\.fresh) }
  }
}

extension FreshRecipientStage where S.Group == CalibratedGroup {
  /// Against fresh keys the searches in the group find nothing.
  static var smallGroupAttacks: [Attack<Self>] {
    RecipientStage<S>.smallGroupAttacks.map { $0.underB2(chance: $0.facts.chance.map { _ in AttackFacts.none }) }
  }
}

extension Attack {
  /// Where the adversary does not know the bit, B₁ guesses right half the time in either world, and keeps half of the advantage;
  /// of one that is due to the cipher it keeps nothing.
  fileprivate func underB1<T: HybridScheme>(isDueToGroup: Bool) -> Attack<ODHStage<T>> where S == RecipientStage<T> {
    let kept = facts.chance.map { chance -> AttackFacts.Chance in
      { selection in
        guard selection["bit"] == 2 else { return nil }
        return isDueToGroup ? Entry.unplanted(selection, chance).map { $0 / 2 } : 0
      }
    }
    return under("b1", "is the reduction B₁", expects: "half of what is due to the group", chance: kept) {
      RecipientStage(wiring: $0.wiring, scheme: $0.scheme, part: .underB1)
    }
  }

  fileprivate func underB2<T: HybridScheme>(chance: AttackFacts.Chance?) -> Attack<FreshRecipientStage<T>>
  where S == RecipientStage<T> {
    under("b2", "is the reduction B₂", expects: "what is due to the cipher", chance: chance) {
      RecipientStage(wiring: $0.wiring, scheme: $0.scheme, part: .underB2)
    }
  }
}

extension Selection {
  /// An attack's chance where there is a message to be told from another.
  fileprivate func told(_ chance: (Selection) -> Double) -> Double? { self["length"] > 0 ? chance(self) : nil }

  /// Of the group, without the one that everybody knows.
  fileprivate var exponents: Double { Double(CalibratedGroup(bits: self["groupBits"]).q - 1) }

  fileprivate var chanceOfGiantSteps: Double {
    let size = Double((self["work"] + 1) / 2)
    return min(1, (size * size - 1) / exponents)
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
private let tagless = PlantedDefect("tag-not-authenticated", by: "transplant-tag")
private let unhashed = PlantedDefect("unhashed", by: "shift-ephemeral", calibratedOnly: true)
private let planted = RecipientTwin.allCases.map { PlantedDefect($0.rawValue, by: "fuzz-recipients") }

/// Of the game, and of the lemma that all hops together make.
private let twins: [PlantedDefect] = [
  .init("ephemeral-reused", by: "repeated-nonce", with: [("nonceBits", 2), ("q_lor", 5)]),
  .init("ephemeral-not-bound", by: "maul-ephemeral", on: .kms), tagless,
  .init("unchecked", by: "small-subgroup", with: smallOrders, calibratedOnly: true),
]

private func perfect(_ facts: HopFacts, _ part: RecipientPart, twins: [PlantedDefect] = planted) -> Entry {
  Entry(
    facts, .recipients, parameters: parameters, showcase: ["groupBits": 6], twins: twins, suites: suites,
    attacks: attacks.first("fuzz-recipients"), chance: Entry.perfect, experiment: { $0.open(part) })
}

let recipients = Family(
  attacks: listed.without("idle") + odhAttacks.direct + odhAttacks.around(listed) + freshAttacks.around(listed),
  games: [
    Entry(
      .game, "mrpke", "multi-recipient encryption, left or right", claim: HopFacts.reduction.claim,
      source: "\(HopFacts.assumptions)/MRPKE.ec, module MRPKE_lor; equal lengths [ours]", measure: .independentWorlds,
      parameters: parameters, showcase: ["tagBits": 8], twins: twins, suites: suites,
      bound: Epsilons.recipients.defining(HopFacts.reduction.bound), attacks: attacks,
      experiment: { $0.open(RecipientPart.leftOrRight) })
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
        .init("ephemeral-reused", by: "repeat-challenge"),
        .init("ephemeral-not-bound", by: "equivalent-ephemeral", on: .kms),
        .init("unchecked", by: "b1-small-subgroup", with: smallOrders, calibratedOnly: true), unhashed,
      ],
      suites: suites, attacks: odhAttacks.direct + odhAttacks.around(attacks), chance: { $1?($0) },
      experiment: { $0.open(ODHBody()) }),
    perfect(.hop1True, .randomKeys), perfect(.hop2, .freshKeys, twins: planted + [tagless]),
    Entry(
      .aeadMulti, .recipients, measure: .independentWorlds, parameters: parameters, showcase: ["tagBits": 8], suites: suites,
      attacks: freshAttacks.around(attacks).first("b2-forge-tag") + freshAttacks.direct.without("fuzz-fresh-keys"),
      experiment: { $0.open(FreshKeyBody()) }),
    Entry(
      .reduction, .recipients, measure: .independentWorlds, parameters: parameters, showcase: ["tagBits": 8], twins: twins,
      suites: suites, attacks: attacks, experiment: { $0.open(RecipientPart.leftOrRight) }),
  ])
