import Arena
import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// The hop of the hash chain, once the function is a concrete type.
struct HopFromChain {
  func build(_ selection: Selection) -> AnyExperiment {
    switch selection.suite {
    case .calibrated, .symbolic: build(selection.calibratedHash, selection, Specialised.self)
    case .kms, .kmsLowS: build(SHA2.sha384, selection, Shared.self)
    case .modern: build(SHA2.sha256, selection, Shared.self)
    }
  }

  private func build<H: NodeFingerprint, C: Compilation>(
    _ function: H, _ selection: Selection, _ compilation: C.Type
  ) -> AnyExperiment {
    switch selection.adversary {
    case "splice-chain": build(SpliceChain<H>(), function, selection, compilation)
    case "fuzz-chain": build(FuzzChain<H>(queries: selection["queries"]), function, selection, compilation)
    case "idle": build(Idle<ChainQuery<H>, ChainAnswer<H>>(), function, selection, compilation)
    default: preconditionFailure("\(selection.adversary) is listed and cannot be built")
    }
  }

  private func build<H: NodeFingerprint, A: Adversary<ChainQuery<H>, ChainAnswer<H>>, C: Compilation>(
    _ adversary: A, _ function: H, _ selection: Selection, _ compilation: C.Type
  ) -> AnyExperiment {
    let budget = Budget<ChainQuery<H>.Kind> { $0 == .evaluate ? selection["q_work"] : selection["q_node"] }
    if selection.twin == "unflagged" {
      return Shared.hide(
        DistinguishingExperiment(
          UnflaggedHop(HashChainIdealization(function)), adversary: adversary, budget: budget, coupling: selection.coupling))
    }
    // Ten nodes at most to one query of each kind.
    let nodes = selection["q_node"] * (2 + HashChain<H, HashIdealization<NodeHash<H>>.Real>.longestPath)
    return C.hide(
      HopExperiment(
        HashChainIdealization(function), budget: budget, adversary: adversary, reduction: HashChainIdealization<H>.reduction,
        to: { HashCollision(NodeHash(function)) }, targetBudget: selection.collisionBudget(submitted: nodes),
        agreement: .everyTrial, coupling: selection.coupling))
  }
}

/// The hop of distinct keys, once the scheme is a concrete type.
func keyExperiment(_ selection: Selection) -> AnyExperiment {
  switch selection.suite {
  case .calibrated, .symbolic:
    keyExperiment(CalibratedSignature(signatureBits: 64, keyBits: selection["keyBits"]), selection, Specialised.self)
  case .kms, .kmsLowS: keyExperiment(ECDSA(requiresLowS: false), selection, Shared.self)
  case .modern: keyExperiment(Ed25519(), selection, Shared.self)
  }
}

private func keyExperiment<S: MessageScheme, C: Compilation>(
  _ scheme: S, _ selection: Selection, _ compilation: C.Type
) -> AnyExperiment {
  switch selection.adversary {
  case "repeat-keys": keyExperiment(scheme, RepeatKeys<S>(), selection, compilation)
  case "idle": keyExperiment(scheme, Idle<KeyQuery, KeyAnswer<S>>(), selection, compilation)
  default: preconditionFailure("\(selection.adversary) is listed and cannot be built")
  }
}

private func keyExperiment<S: MessageScheme, A: Adversary<KeyQuery, KeyAnswer<S>>, C: Compilation>(
  _ scheme: S, _ adversary: A, _ selection: Selection, _ compilation: C.Type
) -> AnyExperiment {
  let budget = Budget<KeyQuery.Kind> { $0 == .honest ? selection["q_gen"] : selection["q_own"] }
  let hop = KeyDistinctness(scheme: scheme)
  return selection.twin == "unflagged"
    ? Shared.hide(DistinguishingExperiment(UnflaggedHop(hop), adversary: adversary, budget: budget, coupling: selection.coupling))
    : C.hide(DistinguishingExperiment(hop, adversary: adversary, budget: budget, coupling: selection.coupling))
}
