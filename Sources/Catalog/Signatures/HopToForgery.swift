import Arena
import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// The hop `ind_uf`.
struct HopToForgery: SignatureExperiments {
  func build<A: SignatureAdversary>(
    _ adversary: A, scheme: A.S, selection: Selection, as compilation: (some Compilation).Type
  ) -> AnyExperiment {
    compilation.hide(
      HopExperiment(
        SignatureIdealization(scheme: scheme), budget: selection.manyKeys(), adversary: adversary,
        reduction: ForgerFromDistinguisher<A.S>(), to: { SignatureForgery(scheme: scheme) }, targetBudget: selection.manyKeys(),
        agreement: .everyTrial, coupling: selection.coupling))
  }
}
