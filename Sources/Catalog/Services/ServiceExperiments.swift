import Arena
import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// Turns a selection into an experiment on the encryption service.
struct ServiceExperiments {
  /// What is played.
  enum Part {
    /// The real service against the ideal one.
    case game
    /// The perfect hops.
    case keys, cipher, ideal
    /// The assumption, with all keys or with one.
    case allKeys, oneKey
  }

  let part: Part

  func build(_ selection: Selection) -> AnyExperiment {
    switch selection.suite {
    case .calibrated, .symbolic: build(selection.serviceSuite, selection, Specialised.self)
    case .kms: build(KMSSuite(), selection, Shared.self)
    case .kmsLowS: build(KMSSuite(requiresLowS: true), selection, Shared.self)
    case .modern: build(ModernSuite(), selection, Shared.self)
    }
  }

  private func build<Base: Primitives.Suite, C: Compilation>(
    _ base: Base, _ selection: Selection, _ compilation: C.Type
  ) -> AnyExperiment {
    let rules = KeySecrecyRules(base: base)
    let adversary = selection.serviceStrategy(base.cipher)
    let (budget, coupling, watches) = (selection.serviceBudget, selection.coupling, selection.twin == "watched-replies")
    switch part {
    case .game:
      let left = { @Sendable in RealService(rules: watches ? rules : rules.serving) }
      guard let twin = selection.serviceTwin else {
        return C.hide(
          AssumptionExperiment(
            left: left, right: { IdealService(rules: rules.serving) }, adversary: adversary, budget: budget, coupling: coupling))
      }
      return Shared.hide(
        AssumptionExperiment(
          left: left, right: { PlantedService(IdealService(rules: rules.serving), twin: twin) }, adversary: adversary,
          budget: budget,
          coupling: coupling))
    case .keys:
      return build(ServiceIsKeys(rules: rules, watchesReplies: watches, budget: budget), adversary, selection, compilation)
    case .cipher: return build(RandomKeysAreACipher(rules: rules, budget: budget), adversary, selection, compilation)
    case .ideal: return build(ZerosAreIdeal(rules: rules, budget: budget), adversary, selection, compilation)
    case .allKeys, .oneKey:
      let service = SimulatingReduction(of: RealService<Base>.self) { ServiceOverCipher(rules: rules.serving, budget: budget) }
      guard part == .oneKey else { return build(Reduced(service, of: adversary), base.cipher, coupling) }
      let keys = selection["q_dom"]
      let hybrid = SimulatingReduction(of: CipherGame<Base.Cipher>.self) { CipherHybrid(cipher: base.cipher, keys: keys) }
      return build(Reduced(Composed(service, hybrid), of: adversary), base.cipher, coupling)
    }
  }

  private func build<H: Hop, A: ServiceAdversary, C: Compilation>(
    _ hop: H, _ adversary: A, _ selection: Selection, _ compilation: C.Type
  ) -> AnyExperiment
  where H.Query == EncryptionServiceQuery, H.Answer == EncryptionServiceAnswer {
    let (budget, coupling) = (selection.serviceBudget, selection.coupling)
    guard let twin = selection.serviceTwin else {
      return C.hide(DistinguishingExperiment(hop, adversary: adversary, budget: budget, coupling: coupling))
    }
    return Shared.hide(
      DistinguishingExperiment(PlantedServiceHop(hop, twin: twin), adversary: adversary, budget: budget, coupling: coupling))
  }

  private func build<C: AEAD, A: Adversary<CipherQuery<C>, CipherAnswer>>(
    _ adversary: A, _ cipher: C, _ coupling: Coupling
  ) -> AnyExperiment {
    // What a service query costs inside depends on what has happened; the service's own budget is the limit.
    let budget = Budget<CipherQuery<C>.Kind> { $0 == .open ? Int(UInt32.max) : 1 << 30 }
    return Shared.hide(
      AssumptionExperiment(
        left: { CipherGame(cipher: cipher, record: .everything, isRight: false) },
        right: { CipherGame(cipher: cipher, record: .everything, isRight: true) }, adversary: adversary, budget: budget,
        coupling: coupling))
  }
}

extension Selection {
  fileprivate var serviceTwin: ServiceTwin? { twin.flatMap(ServiceTwin.init(rawValue:)) }

  fileprivate var serviceSuite: CalibratedSuite {
    func bits(_ name: String) -> Int { parameters[name] ?? 64 }
    return CalibratedSuite(
      signatureBits: bits("signatureBits"), keyBits: bits("keyBits"), hashBits: bits("hashBits"),
      groupBits: parameters["groupBits"] ?? 48,
      cipherKeyBits: bits("cipherKeyBits"), nonceBits: bits("nonceBits"), tagBits: bits("tagBits"))
  }

  fileprivate func serviceStrategy<C: AEAD>(_ cipher: C) -> ServiceStrategy<C> {
    switch adversary {
    case "use-service": .use
    case "fuzz-service": .fuzz(FuzzService(queries: self["queries"]))
    case "forge-service-ciphertext": .forge(ForgeServiceCiphertext(cipher: cipher, keys: self["q_dom"], tries: self["tries"]))
    case "guess-service-key": .guessKey(GuessServiceKey(keys: self["q_dom"], tries: self["tries"]))
    case "repeat-service-nonce":
      .repeatedNonce(RepeatServiceNonce(nonceBytes: suite.isCalibrated ? 8 : 12, messages: self["q_enc"]))
    case "corrupt-host": .corruptHost(CorruptHost(tries: self["tries"]))
    case "echo-key": .echoKey
    case "idle": .idle
    default: preconditionFailure("\(adversary) is listed and cannot be built")
    }
  }

  /// What the adversaries need; the fuzzer may ask for all of it.
  fileprivate var serviceBudget: Budget<EncryptionServiceQuery.Kind> {
    let queries = parameters["queries"] ?? 0
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
