import Arena
import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// The unforgeability games UF and UF₁.
struct PlayForgery: SignatureExperiments {
  let isOneKey: Bool
  func build<A: SignatureAdversary>(
    _ adversary: A, scheme: A.S, selection: Selection, as compilation: (some Compilation).Type
  ) -> AnyExperiment {
    compilation.hide(
      WinningExperiment(
        { SignatureForgery(scheme: scheme) }, adversary: adversary,
        budget: isOneKey ? selection.oneKey() : selection.manyKeys()))
  }
}
