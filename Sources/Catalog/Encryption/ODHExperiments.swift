import Arena
import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// Oracle Diffie–Hellman, real against random.
func odhExperiment(_ selection: Selection) -> AnyExperiment {
  if selection.adversary.hasPrefix("b1-") {
    var inner = selection
    inner.adversary = String(selection.adversary.dropFirst(3))
    return PlayODHUnderB1().build(inner)
  }
  switch selection.suite {
  case .calibrated where selection.twin == "unhashed":
    return calibrated(selection.calibratedScheme(UnhashedElement(keyBits: selection["cipherKeyBits"])), selection)
  case .calibrated, .symbolic:
    return calibrated(selection.calibratedScheme(CalibratedKDF(keyBits: selection["cipherKeyBits"])), selection)
  case .kms, .kmsLowS: return general(KMSSuite(defects: selection.defects).encryption, selection)
  case .modern: return general(ModernSuite(defects: selection.defects).encryption, selection)
  }
}

private func calibrated<S: HybridScheme>(_ scheme: S, _ selection: Selection) -> AnyExperiment
where S.Group == CalibratedGroup, S.Cipher.Key == CalibratedAEAD.Key {
  switch selection.adversary {
  case "solve-odh":
    let logarithm = DiscreteLogarithm(group: scheme.group, method: .babyStepGiantStep, work: selection["work"])
    return odh(SolveODH(scheme: scheme, logarithm: logarithm), scheme, selection, Shared.self)
  case "shift-ephemeral": return odh(ShiftEphemeral(scheme: scheme), scheme, selection, Shared.self)
  default: return general(scheme, selection)
  }
}

private func general<S: HybridScheme>(_ scheme: S, _ selection: Selection) -> AnyExperiment where S.Group: EquivalentKeys {
  switch selection.adversary {
  case "repeat-challenge": odh(RepeatChallenge(scheme: scheme), scheme, selection, Shared.self)
  case "equivalent-ephemeral": odh(EquivalentODH(scheme: scheme), scheme, selection, Shared.self)
  default: preconditionFailure("\(selection.adversary) is listed and cannot be built")
  }
}

private func odh<S: HybridScheme, A: Adversary<ODHQuery<S>, ODHAnswer<S>>, C: Compilation>(
  _ adversary: A, _ scheme: S, _ selection: Selection, _ compilation: C.Type
) -> AnyExperiment {
  let budget = Budget<ODHQuery<S>.Kind> { kind in
    switch kind {
    case .gen: selection["q_gen"]
    case .ror: selection["q_lor"]
    case .hash: selection["q_dec"]
    case .derive: selection["q_kdf"]
    }
  }
  return C.hide(
    AssumptionExperiment(
      left: { OracleDiffieHellman(scheme: scheme, world: .real) }, right: { OracleDiffieHellman(scheme: scheme, world: .random) },
      adversary: adversary, budget: budget, coupling: selection.coupling))
}

/// The same with B₁ around an adversary against multi-recipient encryption.
private struct PlayODHUnderB1: RecipientExperiments {
  func build<A: RecipientAdversary, C: Compilation>(
    _ adversary: A, scheme: A.S, selection: Selection, _ compilation: C.Type
  ) -> AnyExperiment {
    let recipients = selection["recipients"]
    let challenge: ChallengeBit = [.left, .right, .drawn][selection["bit"]]
    let reduction = SimulatingReduction(of: RecipientGame<A.S>.self) {
      RecipientsFromODH(scheme: scheme, challenge: challenge, recipients: recipients)
    }
    return odh(Reduced(reduction, of: adversary), scheme, selection, compilation)
  }
}
