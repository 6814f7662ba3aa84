import ServiceAdversaries
import Arena
package import Families
import GameKit
import Games
import Primitives
import Records
import Referee
import Statistics

private let attacks: [Attack<ErasedStage<EncryptionServiceQuery, EncryptionServiceAnswer>>] = [
  Attack(
    "forge-service-ciphertext", "guesses the tag of an encrypted body under other associated data, under every domain key",
    expects: "1 − (1 − tries/2^tagBits)^q_dom",
    chance: { ClosedFormula.any($0["q_dom"], of: Double($0["tries"]) / .two(to: $0["tagBits"])) }, by: .accounted
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
  useBranches,
  Attack(
    "echo-key", "encrypts a known key and has it decrypted", expects: "0; 1 where HSMs look for keys in users' messages"
  ) { _ in EchoKey() },
  Attack(
    "use-stored-token", "encrypts under a token that the adversary stores, and brings after the domain has moved on",
    expects: "0; 1 where an old token is served", chance: { _ in 0 }
  ) { _ in Distinguisher(UseStoredToken(), with: TokenStore()) },
  Attack(
    "use-handle-twice", "asks for a second key under a handle", expects: "0; 1 where a handle names two keys",
    chance: { _ in 0 }
  ) { _ in Distinguisher(UseHandleTwice(), with: DomainFounder()) },
  Attack(
    "guess-and-tell", "encrypts one of two messages; the adversary tries keys on it, and tells what it sees",
    expects: "tries/2^cipherKeyBits", chance: { $0.chance(of: "tries", guesses: "cipherKeyBits") }
  ) { Distinguisher(GuessAndTell(), with: KeyTrier(tries: $0["tries"])) },
  fuzzService,
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
    let bad = wiring.twin(SimulatorTwin.self)
    switch part {
    case .game:
      // Of the functionality's promises nothing is left out with a rule.
      let missing = missingRules.map(\.name).filter { $0 == wiring.selection.twin }
      let real = (try? rules.without(missing)) ?? rules
      let left = { @Sendable in RealService(rules: watches ? real.watchingReplies : real) }
      if let bad { return wiring.worlds(left: left, bad, rules, against: adversary, budget: budget) }
      guard let twin = wiring.twin(ServiceTwin.self) else {
        let right = { @Sendable in IdealService(rules: rules) }
        let experiment = wiring.worlds(left: left, right: right, against: adversary, budget: budget)
        if let why = wiring.selection.unknownChance { return experiment.unaccounted(because: why) }
        return wiring.accounted(
          experiment, left: left, right: right, against: adversary, budget: budget, beside: RealService.ledger(real))
      }
      return wiring.sharedWorlds(
        left: left, right: { PlantedService(IdealService(rules: rules), twin: twin) }, against: adversary,
        budget: budget)
    case .keys: return hop(ServiceIsKeys(rules: rules, watchesReplies: watches, budget: budget))
    case .cipher: return hop(RandomKeysAreACipher(rules: rules, budget: budget))
    case .ideal:
      let ideal = ZerosAreIdeal(rules: rules, stage: wiring.twin(StageTwin.self)?.stage ?? .policy, budget: budget)
      guard let bad else { return hop(ideal) }
      return wiring.planted(PlantedSimulatorHop(ideal, twin: bad), against: adversary, budget: budget)
    case .allKeys, .oneKey:
      let service = SimulatingReduction(of: RealService<Base>.self) { ServiceOverCipher(rules: rules, budget: budget) }
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

/// The advantage against key secrecy stands between the first two of the hops.
private let serviceBound = Bound.paid("ε_keys", by: "key-secrecy") + HopFacts.serviceSequence.payment

private let twins = ServiceTwin.allCases.map { PlantedDefect($0.rawValue, by: "use-service") }
private let watchedReplies = PlantedDefect("watched-replies", by: "echo-key")
/// Under a cipher that hides messages nobody sees which one the simulator encrypts; in lockstep its ciphertexts are another's.
private let unseen = PlantedDefect(ServiceTwin.leaky.rawValue, by: "use-service", elsewhere: (.hop, "service-ideal"))

/// The rule that keeps corrupt hosts out of domains that do not list them.
private let servesAnybody = PlantedDefect("hsm.requester-is-member-host", by: "corrupt-host")
/// The rules without which the real service breaks a promise of the functionality's that is none about keys.
private let missingRules = [
  servesAnybody, PlantedDefect("host.token-trust-is-current", by: "use-stored-token"),
  PlantedDefect("key.handle-is-fresh", by: "use-handle-twice"),
]

/// The games of key secrecy on which `service-ideal` does not stand.
private enum StageTwin: String, CaseIterable {
  case guessableSignatures = "guessable-signatures"
  case wrappedZeros = "wrapped-zeros"

  var stage: KeySecrecyStage {
    switch self {
    case .guessableSignatures: .operatorSignatures
    case .wrappedZeros: .encryption
    }
  }

  /// On a suite on which everybody guesses.
  var defect: PlantedDefect {
    switch self {
    case .guessableSignatures: PlantedDefect(rawValue, by: "bring-key", with: [("signatureBits", 2)], calibratedOnly: true)
    case .wrappedZeros:
      PlantedDefect(rawValue, by: "use-branches", with: [("groupBits", 4), ("nonceBits", 1)], calibratedOnly: true)
    }
  }
}

/// Brings a key of the adversary's into an honest domain, by a guess.
private let bringKey = Attack<ErasedStage<EncryptionServiceQuery, EncryptionServiceAnswer>>(
  "bring-key", "guesses an HSM's signature on a token with a key of its own, and has users encrypt under it",
  expects: "0; tries/2^signatureBits before signatures are ideal"
) { BringKey(tries: $0["tries"]) }

private let weak = ["tagBits": 8, "cipherKeyBits": 12, "nonceBits": 12]

private func stage(_ part: Part) -> @Sendable (Wiring) -> ErasedStage<EncryptionServiceQuery, EncryptionServiceAnswer> {
  { wiring in ErasedStage(wiring) { wiring.selection.open(ServiceBody(part: part, adversary: $0)) } }
}

/// A hop that is an assumption.
private func assumed(_ facts: HopFacts, _ part: Part, chance: @escaping Entry.Chance = Entry.unplanted) -> Entry {
  Entry(
    facts, .service, measure: .independentWorlds, parameters: parameters, showcase: weak, weight: 64,
    attacks: attacks.without("fuzz-service"), chance: chance, stage: stage(part))
}

private func perfect(_ facts: HopFacts, _ part: Part, twins: [PlantedDefect] = twins) -> Entry {
  Entry(
    facts, .service, parameters: hopParameters, twins: twins, weight: 64,
    attacks: attacks.first("use-service", "use-branches", "echo-key", "fuzz-service") + [bringKey], chance: Entry.perfect,
    stage: stage(part))
}

package let services = Family(
  attacks: attacks.map(\.facts) + [bringKey.facts],
  games: [
    Entry(
      .game, "service", "the encryption service, real or ideal",
      claim: """
        Left, users' requests go through hosts, HSMs and tokens. Right, a functionality has the domains, honest or not from \
        their founding, their keys by handle and branch, who may ask, and a table of messages. A simulator in the network's \
        place says when something fails, and invents ciphertexts of lengths that it is told. A corrupt host's requests are the \
        adversary's: keys stay secret, and domains that list only honest hosts keep every guarantee:
            |Pr[A = 1 ideal] − Pr[A = 1 real]| ≤ \(serviceBound.gathered)
        ε_keys is what key secrecy costs, to its last game and back.
        \(EntityPart.words)
        """,
      source: HopFacts.serviceSource, measure: .independentWorlds, parameters: parameters, showcase: weak,
      twins: twins.map { $0.name == unseen.name ? unseen : $0 } + badSimulators + [watchedReplies]
        + missingRules,
      suites: SuiteName.ofPrimitives, weight: 64,
      bound: Epsilons.service.defining(serviceBound), attacks: attacks.without("fuzz-service"), stage: stage(.game)),
    Entry(
      .game, "corrupt-hosts", "the encryption service with corrupt hosts: whom they can harm",
      claim: """
        A corrupt host is genuine, and the adversary asks HSMs under its identity what it likes, unchecked. A domain that lists \
        one serves it, in both worlds. Of all else nothing is lost: its keys stay secret, so that what it encrypts cannot be \
        opened beside it; and the functionality serves nobody in a domain that does not list him, so that a domain of honest \
        hosts keeps every guarantee, whoever else is corrupt:
            |Pr[A = 1 ideal] − Pr[A = 1 real]| ≤ \(serviceBound.gathered)
        ε_keys is what key secrecy costs, to its last game and back.
        """,
      source: "the paper's appendix on corrupt hosts, which is not formalised there; docs/model.md, section 3.7 [ours]",
      measure: .independentWorlds, parameters: parameters, showcase: weak.merging(["cipherKeyBits": 9]) { $1 },
      twins: [servesAnybody], suites: SuiteName.ofPrimitives, weight: 64, bound: Epsilons.service.defining(serviceBound),
      attacks: attacks.first("corrupt-host").without("fuzz-service"), stage: stage(.game)),
  ],
  hops: [
    perfect(.serviceKeys, .keys, twins: twins + [watchedReplies]), perfect(.serviceCipher, .cipher),
    assumed(.serviceAEAD, .allKeys),
    assumed(.serviceOneKey, .oneKey) { selection, chance in
      Entry.unplanted(selection, chance).map { $0 / Double(selection["q_dom"]) }
    },
    perfect(.serviceIdeal, .ideal, twins: twins + badSimulators + StageTwin.allCases.map(\.defect)),
  ])
