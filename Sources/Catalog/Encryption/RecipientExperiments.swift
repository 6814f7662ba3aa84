import Arena
import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// What to build once scheme and adversary are concrete types: the one place where a name turns into specialised code.
protocol RecipientExperiments {
  func build<A: RecipientAdversary, C: Compilation>(
    _ adversary: A, scheme: A.S, selection: Selection, _ compilation: C.Type
  ) -> AnyExperiment
}

extension RecipientExperiments {
  func build(_ selection: Selection) -> AnyExperiment {
    switch selection.suite {
    case .calibrated where selection.twin == "unhashed":
      buildCalibrated(selection.calibratedScheme(UnhashedElement(keyBits: selection["cipherKeyBits"])), selection, Shared.self)
    case .calibrated, .symbolic:
      buildCalibrated(selection.calibratedScheme(CalibratedKDF(keyBits: selection["cipherKeyBits"])), selection, Specialised.self)
    case .kms, .kmsLowS: build(KMSSuite(defects: selection.defects).encryption, selection)
    case .modern: build(ModernSuite(defects: selection.defects).encryption, selection)
    }
  }

  private func buildCalibrated<S: HybridScheme, C: Compilation>(
    _ scheme: S, _ selection: Selection, _ compilation: C.Type
  ) -> AnyExperiment
  where S.Group == CalibratedGroup {
    let (work, length) = (selection["work"], selection["length"])
    func solve(_ method: DiscreteLogarithm.Method, orRight: Bool = false) -> SmallGroupStrategy<S> {
      let logarithm = DiscreteLogarithm(group: scheme.group, method: method, work: work)
      return .solve(SolveRecipientKey(scheme: scheme, logarithm: logarithm, length: length, saysRightUnread: orRight))
    }
    let strategy: SmallGroupStrategy<S> =
      switch selection.adversary {
      case "solve-key": solve(.babyStepGiantStep)
      case "solve-key-or-right": solve(.babyStepGiantStep, orRight: true)
      case "solve-key-rho": solve(.rho)
      case "guess-exponent": solve(.guessing)
      case "small-subgroup": .smallSubgroup(SmallSubgroup(scheme: scheme, work: work, length: length))
      default: .general(selection.strategy(scheme))
      }
    return build(strategy, scheme: scheme, selection: selection, compilation)
  }

  private func build<S: HybridScheme>(_ scheme: S, _ selection: Selection) -> AnyExperiment where S.Group: EquivalentKeys {
    build(selection.strategy(scheme), scheme: scheme, selection: selection, Shared.self)
  }
}

extension Selection {
  /// The adversary, for any group.
  fileprivate func strategy<S: HybridScheme>(_ scheme: S) -> RecipientStrategy<S> {
    let length = self["length"]
    return switch adversary {
    case "fuzz-recipients": .fuzz(FuzzRecipients(scheme: scheme, queries: self["queries"], length: length))
    case "forge-tag": .forge(ForgeTag(scheme: scheme, tries: self["q_dec"], length: length))
    case "transplant-tag": .transplant(TransplantTag(scheme: scheme, length: length))
    case "maul-ciphertext": .maul(MaulCiphertext(scheme: scheme, length: length))
    case "maul-ephemeral": .maulEphemeral(MaulEphemeral(scheme: scheme, length: length))
    case "guess-session-key": .guessKey(GuessSessionKey(scheme: scheme, tries: self["q_open"], length: length))
    case "odd-sets": .oddSets(OddSets(scheme: scheme, length: length))
    case "repeated-nonce": .repeatedNonce(RepeatedNonce(scheme: scheme, nonceBytes: suite.isCalibrated ? 8 : 12, length: length))
    case "idle": .idle
    default: preconditionFailure("\(adversary) is listed and cannot be built")
    }
  }

  var calibratedGroup: CalibratedGroup { CalibratedGroup(bits: self["groupBits"], checksMembership: twin != "unchecked") }

  var defects: MultiRecipientDefects {
    switch twin {
    case "ephemeral-reused": .ephemeralReused
    case "ephemeral-not-bound": .ephemeralNotBound
    case "tag-not-authenticated": .tagNotAuthenticated
    default: []
    }
  }

  func calibratedScheme<D: KeyDerivation>(_ derivation: D) -> MultiRecipientEncryption<CalibratedGroup, D, CalibratedAEAD>
  where D.Shared == CalibratedGroup.Element, D.PublicKey == CalibratedGroup.Element, D.Key == CalibratedAEAD.Key {
    MultiRecipientEncryption(group: calibratedGroup, derivation: derivation, cipher: calibratedCipher, defects: defects)
  }

  func recipientBudget<S>() -> Budget<RecipientQuery<S>.Kind> {
    Budget { kind in
      switch kind {
      case .gen: self["q_gen"]
      case .lor: self["q_lor"]
      case .dec: self["q_dec"]
      case .derive: self["q_kdf"]
      case .seal: Int(UInt32.max)
      case .open: self["q_open"]
      }
    }
  }
}
