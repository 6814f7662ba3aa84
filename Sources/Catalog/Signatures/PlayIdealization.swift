import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// Real against ideal signatures, sound or with a planted defect.
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
