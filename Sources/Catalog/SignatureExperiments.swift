import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// What to build once scheme and adversary are concrete types: the one place where a name turns into specialised code.
protocol SignatureExperiments {
  func build<A: SignatureAdversary>(_ adversary: A, scheme: A.S, selection: Selection) -> AnyExperiment
}

extension SignatureExperiments {
  func build(_ selection: Selection) -> AnyExperiment {
    switch selection.suite {
    case .calibrated:
      build(
        CalibratedSignature(signatureBits: selection["signatureBits"], keyBits: selection["keyBits"]), selection)
    case .kms: build(ECDSA(requiresLowS: false), selection)
    case .kmsLowS: build(ECDSA(requiresLowS: true), selection)
    case .modern: build(Ed25519(), selection)
    }
  }

  private func build<S: SignatureScheme>(_ scheme: S, _ selection: Selection) -> AnyExperiment {
    switch selection.adversary {
    case "guess": build(Guess(scheme: scheme, tries: selection["tries"]), scheme: scheme, selection: selection)
    case "guess-all-keys": build(GuessAllKeys(scheme: scheme, tries: selection["tries"]), scheme: scheme, selection: selection)
    case "replay": build(Replay<S>(), scheme: scheme, selection: selection)
    case "cross-message": build(CrossMessage<S>(), scheme: scheme, selection: selection)
    case "key-collision": build(KeyCollision<S>(), scheme: scheme, selection: selection)
    case "maul": build(Maul(scheme: scheme), scheme: scheme, selection: selection)
    case "fuzz": build(FuzzSignatures(scheme: scheme, queries: selection["queries"]), scheme: scheme, selection: selection)
    case "idle": build(IdleSigner<S>(), scheme: scheme, selection: selection)
    default: preconditionFailure("\(selection.adversary) is listed and cannot be built")
    }
  }
}

extension Selection {
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
    budget(keys: self["q_gen"], verifications: self["q_gen"] * self["tries"], own: self["q_own"])
  }

  fileprivate func oneKey<S>() -> Budget<SignatureQuery<S>.Kind> {
    budget(keys: 1, verifications: self["tries"], own: self["q_own"])
  }

  /// The reduction's budget in the one-key game: it makes all other keys itself, and it submits what it is given. On average over
  /// the place of the planted key, `tries` of the submissions concern it.
  fileprivate func plantedKey<S>() -> Budget<SignatureQuery<S>.Kind> {
    budget(keys: 1, verifications: self["q_gen"] * self["tries"], own: self["q_own"] + self["q_gen"] - 1)
  }
}

struct PlayIdealization: SignatureExperiments {
  func build<A: SignatureAdversary>(_ adversary: A, scheme: A.S, selection: Selection) -> AnyExperiment {
    if let twin = selection.twin.flatMap(SignatureTwin.init(rawValue:)) {
      return AnyExperiment(DistinguishingExperiment(
        PlantedSignatureHop(scheme: scheme, twin: twin), adversary: adversary, budget: selection.manyKeys(),
        coupling: selection.coupling))
    }
    return AnyExperiment(DistinguishingExperiment(
      SignatureIdealization(scheme: scheme), adversary: adversary, budget: selection.manyKeys(), coupling: selection.coupling))
  }
}

struct PlayForgery: SignatureExperiments {
  let isOneKey: Bool
  func build<A: SignatureAdversary>(_ adversary: A, scheme: A.S, selection: Selection) -> AnyExperiment {
    AnyExperiment(WinningExperiment(
      { SignatureForgery(scheme: scheme) }, adversary: adversary,
      budget: isOneKey ? selection.oneKey() : selection.manyKeys()))
  }
}

struct HopToForgery: SignatureExperiments {
  func build<A: SignatureAdversary>(_ adversary: A, scheme: A.S, selection: Selection) -> AnyExperiment {
    AnyExperiment(HopExperiment(
      SignatureIdealization(scheme: scheme), budget: selection.manyKeys(), adversary: adversary,
      reduction: ForgerFromDistinguisher<A.S>(), to: { SignatureForgery(scheme: scheme) }, targetBudget: selection.manyKeys(),
      agreement: .everyTrial))
  }
}

struct ForgeryToOneKey: SignatureExperiments {
  func build<A: SignatureAdversary>(_ adversary: A, scheme: A.S, selection: Selection) -> AnyExperiment {
    AnyExperiment(ReductionExperiment(
      { SignatureForgery(scheme: scheme) }, budget: selection.manyKeys(), adversary: adversary,
      reduction: OneKeyForger<A.S>(keys: selection["q_gen"]), to: { SignatureForgery(scheme: scheme) },
      targetBudget: selection.plantedKey(), agreement: .onAverage))
  }
}

struct HopToOneKey: SignatureExperiments {
  func build<A: SignatureAdversary>(_ adversary: A, scheme: A.S, selection: Selection) -> AnyExperiment {
    AnyExperiment(HopExperiment(
      SignatureIdealization(scheme: scheme), budget: selection.manyKeys(), adversary: adversary,
      reduction: Composed(ForgerFromDistinguisher<A.S>(), OneKeyForger<A.S>(keys: selection["q_gen"])),
      to: { SignatureForgery(scheme: scheme) }, targetBudget: selection.plantedKey(), agreement: .onAverage))
  }
}
