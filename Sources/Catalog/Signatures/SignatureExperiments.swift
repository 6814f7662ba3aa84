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
    case .kms: buildUnspecialised(ECDSA(requiresLowS: false), selection)
    case .kmsLowS: buildUnspecialised(ECDSA(requiresLowS: true), selection)
    case .modern: buildUnspecialised(Ed25519(), selection)
    }
  }

  /// Beside real cryptography specialised code would gain a per cent at run time, and it would triple the time of a build.
  @inline(never) @_semantics("optimize.sil.specialize.generic.never")
  private func buildUnspecialised<S: SignatureScheme>(_ scheme: S, _ selection: Selection) -> AnyExperiment {
    build(scheme, selection)
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
