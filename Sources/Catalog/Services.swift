import Adversaries
import Arena
import GameKit
import Games
import Primitives
import Referee
import Statistics

private let attacks: [Attack<ErasedStage<EncryptionServiceQuery, EncryptionServiceAnswer>>] = [
  Attack(
    "forge-service-ciphertext", "guesses the tag of an encrypted body under other associated data, under every domain key",
    expects: "1 − (1 − tries/2^tagBits)^q_dom",
    chance: { ClosedFormula.any($0["q_dom"], of: Double($0["tries"]) / .two(to: $0["tagBits"])) }
  ) { ForgeServiceCiphertext(cipher: $0.wiring.selection.primitives.anyCipher, keys: $0["q_dom"], tries: $0["tries"]) },
  Attack(
    "guess-service-key", "tries keys on a ciphertext of every domain key", expects: "1 − (1 − tries/2^cipherKeyBits)^q_dom",
    chance: { ClosedFormula.any($0["q_dom"], of: Double($0["tries"]) / .two(to: $0["cipherKeyBits"])) }
  ) { GuessServiceKey(keys: $0["q_dom"], tries: $0["tries"]) },
  Attack(
    "repeat-service-nonce", "waits for two ciphertexts with one nonce, and compares their bodies",
    expects: "1 − ∏(1 − i/2^nonceBits), i < q_enc",
    chance: { selection in
      let nonces = Double.two(to: selection["nonceBits"])
      return 1 - (0..<selection["q_enc"]).reduce(1) { $0 * max(0, 1 - Double($1) / nonces) }
    }
  ) { RepeatServiceNonce(nonceBytes: $0.wiring.selection.suite.isCalibrated ? 8 : 12, messages: $0["q_enc"]) },
  Attack(
    "corrupt-host", "asks HSMs under a corrupt host's identity, in a domain that lists it and in one that does not",
    expects: "tries/2^cipherKeyBits", chance: { $0.chance(of: "tries", guesses: "cipherKeyBits") }
  ) { CorruptHost(tries: $0["tries"]) },
  Attack(
    "use-service", "encrypts and decrypts as users do, and elsewhere than they may",
    expects: "small; near 1 against a defective ideal"
  ) { _ in UseService() },
  Attack(
    "echo-key", "encrypts a known key and has it decrypted", expects: "0; 1 where HSMs look for keys in users' messages"
  ) { _ in EchoKey() },
  Attack("fuzz-service", "makes random queries of every kind, legal and illegal", expects: "small") {
    FuzzService(queries: $0["queries"])
  },
  .idle,
]

/// What is played.
private enum Part {
  /// The real service against the ideal one.
  case game
  /// The perfect hops.
  case keys, cipher, ideal
  /// The assumption, with all keys or with one.
  case allKeys, oneKey
}

private struct ServiceBody: SuiteBody {
  let part: Part
  let adversary: ErasedAdversary<EncryptionServiceQuery, EncryptionServiceAnswer>

  func experiment<Base: Suite>(on base: Base, _ wiring: Wiring) -> AnyExperiment {
    let rules = KeySecrecyRules(base: base)
    let (budget, watches) = (wiring.serviceBudget, wiring.selection.twin == watchedReplies.name)
    func hop<H: Hop<EncryptionServiceQuery, EncryptionServiceAnswer>>(_ hop: H) -> AnyExperiment {
      if let twin = wiring.twin(ServiceTwin.self) {
        return wiring.planted(PlantedServiceHop(hop, twin: twin), against: adversary, budget: budget)
      }
      return wiring.hop(hop, against: adversary, budget: budget)
    }
    switch part {
    case .game:
      let left = { @Sendable in RealService(rules: watches ? rules : rules.serving) }
      guard let twin = wiring.twin(ServiceTwin.self) else {
        return wiring.worlds(
          left: left, right: { IdealService(rules: rules.serving) }, against: adversary, budget: budget)
      }
      return wiring.sharedWorlds(
        left: left, right: { PlantedService(IdealService(rules: rules.serving), twin: twin) }, against: adversary,
        budget: budget)
    case .keys: return hop(ServiceIsKeys(rules: rules, watchesReplies: watches, budget: budget))
    case .cipher: return hop(RandomKeysAreACipher(rules: rules, budget: budget))
    case .ideal: return hop(ZerosAreIdeal(rules: rules, budget: budget))
    case .allKeys, .oneKey:
      let service = SimulatingReduction(of: RealService<Base>.self) { ServiceOverCipher(rules: rules.serving, budget: budget) }
      guard part == .oneKey else { return ciphers(base.cipher, against: Reduced(service, of: adversary), wiring) }
      let keys = wiring["q_dom"]
      let hybrid = SimulatingReduction(of: CipherGame<Base.Cipher>.self) { CipherHybrid(cipher: base.cipher, keys: keys) }
      return ciphers(base.cipher, against: Reduced(Composed(service, hybrid), of: adversary), wiring)
    }
  }

  private func ciphers<C: AEAD, A: Adversary<CipherQuery<C>, CipherAnswer>>(
    _ cipher: C, against adversary: A, _ wiring: Wiring
  ) -> AnyExperiment {
    // What a service query costs inside depends on what has happened; the service's own budget is the limit.
    let budget = Budget<CipherQuery<C>.Kind> { $0 == .open ? Int(UInt32.max) : 1 << 30 }
    return wiring.sharedWorlds(
      left: { CipherGame(cipher: cipher, record: .everything, isRight: false) },
      right: { CipherGame(cipher: cipher, record: .everything, isRight: true) }, against: adversary, budget: budget)
  }
}

extension Wiring {
  /// What the adversaries need; the fuzzer may ask for all of it.
  fileprivate var serviceBudget: Budget<EncryptionServiceQuery.Kind> {
    let queries = selection.parameters["queries"] ?? 0
    return Budget { kind in
      switch kind {
      case .operators, .hsms, .trusts: 8 + queries
      case .network, .hosts, .own: 32 + queries
      case .operatorForgeries, .hsmForgeries: queries
      case .openings: self["q_dom"] * self["tries"] + queries
      case .keys: self["q_dom"]
      case .encryptions: self["q_enc"] + self["q_dom"] + queries
      case .decryptions: self["q_dec"] + self["q_dom"] * self["tries"] + queries
      }
    }
  }
}

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

/// ε_aead of one key: what is decrypted has a guessed tag, or was made under a guessed key or another domain key that is equal; a
/// guessed key opens; and two messages have one nonce.
private func serviceCipherEpsilon(_ suite: SuiteName) -> Bound {
  let nonces: Bound = .power("q_enc" + "q_dom", 2) / .two(to: "nonceBits" + 1)
  let tags: Bound = ("tries" + "q_dec") / .two(to: "tagBits"), keys: Bound = (2 * "tries" + "q_dec") / .two(to: "cipherKeyBits")
  return suite.isCalibrated ? .defined("ε_aead", tags + keys + nonces) : "ε_aead"
}

/// The advantage against key secrecy where no signature is guessed: guesses of a tag or of a key of wrapped keys; and the generic
/// bound for a group of 48 bits, whose elements are fewer than 128 and one for each guess and domain key. Half of that bound
/// would do; the rest is more than identities and fingerprints of 64 bits collide.
private func keyEpsilon(_ suite: SuiteName) -> Bound {
  let guesses: Bound = "q_dom" * "tries"
  return suite.isCalibrated
    ? .defined(
      "ε_keys",
      guesses / .two(to: "tagBits") + guesses / .two(to: "cipherKeyBits") + .power(guesses + "q_dom" + 128, 2) / .two(to: 48))
    : "ε_keys"
}

private let twins = ServiceTwin.allCases.map { PlantedDefect($0.rawValue, by: "use-service") }
private let watchedReplies = PlantedDefect("watched-replies", by: "echo-key")
/// Under a cipher that hides messages nobody sees which one the simulator encrypts; in lockstep its ciphertexts are another's.
private let unseen = PlantedDefect(ServiceTwin.leaky.rawValue, by: "use-service", elsewhere: (.hop, "service-ideal"))

/// An entry in which the worlds differ by an assumption.
private func assumed(
  _ kind: Entry.Kind, _ name: String, _ title: String, claim: String, _ part: Part, twins: [PlantedDefect] = [],
  chance: @escaping Entry.Chance = Entry.unplanted, bound: @escaping @Sendable (SuiteName) -> Bound
) -> Entry {
  entry(
    kind, name, title, claim: claim, part, measure: .independentWorlds, parameters: parameters,
    showcase: ["tagBits": 8, "cipherKeyBits": 12, "nonceBits": 12], twins: twins, attacks: attacks.without("fuzz-service"),
    chance: chance, bound: bound)
}

private func perfect(_ name: String, _ title: String, _ part: Part, twins: [PlantedDefect] = twins) -> Entry {
  entry(
    .hop, name, title, claim: "Perfect: for every adversary and every trial the two worlds are equal, so the advantage is 0.",
    part, measure: .coupledWorlds, parameters: hopParameters, showcase: [:], twins: twins,
    attacks: attacks.first("use-service", "echo-key", "fuzz-service"), chance: Entry.perfect
  ) { _ in .paid(0, by: name) }
}

private func entry(
  _ kind: Entry.Kind, _ name: String, _ title: String, claim: String, _ part: Part, measure: Measure, parameters: [Parameter],
  showcase: [String: Int], twins: [PlantedDefect],
  attacks: [Attack<ErasedStage<EncryptionServiceQuery, EncryptionServiceAnswer>>], chance: @escaping Entry.Chance,
  bound: @escaping @Sendable (SuiteName) -> Bound
) -> Entry {
  Entry(
    kind, name, title, claim: claim, source: "the paper's theorem on the encryption service; docs/model.md, section 3.7",
    measure: measure, parameters: parameters, showcase: showcase, twins: twins, suites: SuiteName.ofPrimitives, weight: 64,
    bound: bound, attacks: attacks, chance: chance
  ) { wiring in
    ErasedStage(wiring) { wiring.selection.open(ServiceBody(part: part, adversary: $0)) }
  }
}

let services = Family(
  attacks: attacks.map(\.facts),
  games: [
    assumed(
      .game, "service", "the encryption service, real or ideal",
      claim: """
        Left, users' requests go through hosts, HSMs and tokens. Right, in honest domains, a functionality keeps the messages in \
        a table, and \
        a simulator that is told their lengths invents ciphertexts; it runs all the rest. A corrupt host's requests are the \
        adversary's: keys \
        stay secret, and domains that list only honest hosts keep every guarantee:
            |Pr[A = 1 ideal] − Pr[A = 1 real]| ≤ ε_keys + q_dom·ε_aead,  ε_keys the advantage against key secrecy
        """, .game, twins: twins.map { $0.name == unseen.name ? unseen : $0 } + [watchedReplies],
      bound: { .paid(keyEpsilon($0), by: "key-secrecy") + .paid("q_dom" * serviceCipherEpsilon($0), by: "service-aead") })
  ],
  hops: [
    perfect(
      "service-keys", "the real service is key secrecy with real keys, under a simulation", .keys, twins: twins + [watchedReplies]
    ),
    perfect(
      "service-cipher", "with independent keys the service is the cipher game, left, under a simulation", .cipher),
    assumed(
      .hop, "service-aead", "messages or zeros under all domain keys: the assumption on authenticated encryption",
      claim: """
        The cipher game, left or right, under the simulation; by a hybrid over domain keys it costs q_dom times as much as under \
        one key:
            |Pr[A = 1 right] − Pr[A = 1 left]| ≤ q_dom·ε_aead
        """, .allKeys, bound: { .paid("q_dom" * serviceCipherEpsilon($0), by: "service-aead") }),
    assumed(
      .hop, "service-one-key", "the same with one key: what the hybrid over domain keys keeps",
      claim: """
        The adversaries are C, which plants the one key of the cipher game at a random place among q_dom, around those of \
        `service-aead`. It keeps \
        exactly one part in q_dom of their advantage:
            |Pr[C(A) = 1 right] − Pr[C(A) = 1 left]| ≤ ε_aead
        """, .oneKey,
      chance: { selection, chance in Entry.unplanted(selection, chance).map { $0 / Double(selection["q_dom"]) } },
      bound: { .paid(serviceCipherEpsilon($0), by: "service-one-key") }),
    perfect("service-ideal", "the cipher game, right, under the simulation is functionality and simulator", .ideal),
  ])
