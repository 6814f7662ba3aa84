import Arena
import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// Real against ideal signatures, sound or with a planted defect.
struct PlayIdealization: SignatureExperiments {
  func build<A: SignatureAdversary>(
    _ adversary: A, scheme: A.S, selection: Selection, as compilation: (some Compilation).Type
  ) -> AnyExperiment {
    if let twin = selection.twin.flatMap(SignatureTwin.init(rawValue:)) {
      return Shared.hide(
        DistinguishingExperiment(
          PlantedSignatureHop(scheme: scheme, twin: twin), adversary: adversary, budget: selection.manyKeys(),
          coupling: selection.coupling))
    }
    return compilation.hide(
      DistinguishingExperiment(
        SignatureIdealization(scheme: scheme), adversary: adversary, budget: selection.manyKeys(), coupling: selection.coupling))
  }
}
