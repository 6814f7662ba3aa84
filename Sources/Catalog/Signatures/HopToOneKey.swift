import Arena
import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// The hop `ind_uf1`.
struct HopToOneKey: SignatureExperiments {
  func build<A: SignatureAdversary>(
    _ adversary: A, scheme: A.S, selection: Selection, as compilation: (some Compilation).Type
  ) -> AnyExperiment {
    compilation.hide(
      HopExperiment(
        SignatureIdealization(scheme: scheme), budget: selection.manyKeys(), adversary: adversary,
        reduction: Composed(ForgerFromDistinguisher<A.S>(), OneKeyForger<A.S>(keys: selection["q_gen"])),
        to: { SignatureForgery(scheme: scheme) }, targetBudget: selection.plantedKey(), agreement: .onAverage,
        coupling: selection.coupling))
  }
}
