import Arena
import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// What to build once scheme and adversary are concrete types: the one place where a name turns into specialised code.
protocol SignatureExperiments {
  func build<A: SignatureAdversary>(
    _ adversary: A, scheme: A.S, selection: Selection, as compilation: (some Compilation).Type
  ) -> AnyExperiment
}

extension SignatureExperiments {
  func build(_ selection: Selection) -> AnyExperiment {
    switch selection.suite {
    case .calibrated, .symbolic:
      build(
        CalibratedSignature(signatureBits: selection["signatureBits"], keyBits: selection["keyBits"]), selection,
        as: Specialised.self)
    case .kms: build(ECDSA(requiresLowS: false), selection, as: Shared.self)
    case .kmsLowS: build(ECDSA(requiresLowS: true), selection, as: Shared.self)
    case .modern: build(Ed25519(), selection, as: Shared.self)
    }
  }

  private func build<S: MessageScheme>(
    _ scheme: S, _ selection: Selection, as compilation: (some Compilation).Type
  ) -> AnyExperiment {
    func with(_ adversary: some SignatureAdversary<S>) -> AnyExperiment {
      build(adversary, scheme: scheme, selection: selection, as: compilation)
    }
    return switch selection.adversary {
    case "guess": with(Guess(scheme: scheme, tries: selection["tries"]))
    case "guess-all-keys": with(GuessAllKeys(scheme: scheme, tries: selection["tries"]))
    case "replay": with(Replay<S>())
    case "cross-message": with(CrossMessage<S>())
    case "key-collision": with(KeyCollision<S>())
    case "maul": with(Maul(scheme: scheme))
    case "fuzz": with(FuzzSignatures(scheme: scheme, queries: selection["queries"]))
    case "idle": with(IdleSigner<S>())
    default: preconditionFailure("\(selection.adversary) is listed and cannot be built")
    }
  }
}
