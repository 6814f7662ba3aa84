import Arena
import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// The hop `uf_uf1`.
struct ForgeryToOneKey: SignatureExperiments {
  func build<A: SignatureAdversary>(
    _ adversary: A, scheme: A.S, selection: Selection, as compilation: (some Compilation).Type
  ) -> AnyExperiment {
    compilation.hide(
      ReductionExperiment(
        { SignatureForgery(scheme: scheme) }, budget: selection.manyKeys(), adversary: adversary,
        reduction: OneKeyForger<A.S>(keys: selection["q_gen"]), to: { SignatureForgery(scheme: scheme) },
        targetBudget: selection.plantedKey(), agreement: .onAverage))
  }
}
