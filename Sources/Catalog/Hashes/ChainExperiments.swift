import Adversaries
import GameKit
import Games
import Primitives
import Referee

/// The hop of the hash chain, once the function is a concrete type.
struct HopFromChain {
  func build(_ selection: Selection) -> AnyExperiment {
    switch selection.suite {
    case .calibrated: build(selection.calibratedHash, selection)
    case .kms, .kmsLowS: build(SHA2.sha384, selection)
    case .modern: build(SHA2.sha256, selection)
    }
  }

  private func build<H: NodeFingerprint>(_ function: H, _ selection: Selection) -> AnyExperiment {
    switch selection.adversary {
    case "splice-chain": build(SpliceChain<H>(), function, selection)
    case "fuzz-chain": build(FuzzChain<H>(queries: selection["queries"]), function, selection)
    case "idle": build(Idle<ChainQuery<H>, ChainAnswer<H>>(), function, selection)
    default: preconditionFailure("\(selection.adversary) is listed and cannot be built")
    }
  }

  private func build<H: NodeFingerprint, A: Adversary<ChainQuery<H>, ChainAnswer<H>>>(
    _ adversary: A, _ function: H, _ selection: Selection
  ) -> AnyExperiment {
    let budget = Budget<ChainQuery<H>.Kind> { $0 == .evaluate ? selection["q_work"] : selection["q_node"] }
    if selection.twin == "unflagged" {
      return AnyExperiment(
        DistinguishingExperiment(UnflaggedHop(HashChainIdealization(function)), adversary: adversary, budget: budget))
    }
    // Ten nodes at most to one query of each kind.
    let nodes = selection["q_node"] * (2 + HashChain<H, HashIdealization<NodeHash<H>>.Real>.longestPath)
    return AnyExperiment(
      HopExperiment(
        HashChainIdealization(function), budget: budget, adversary: adversary, reduction: HashChainIdealization<H>.reduction,
        to: { HashCollision(NodeHash(function)) }, targetBudget: selection.collisionBudget(submitted: nodes),
        agreement: .everyTrial))
  }
}

/// The hop of distinct keys, once the scheme is a concrete type.
func keyExperiment(_ selection: Selection) -> AnyExperiment {
  switch selection.suite {
  case .calibrated: keyExperiment(CalibratedSignature(signatureBits: 64, keyBits: selection["keyBits"]), selection)
  case .kms, .kmsLowS: keyExperiment(ECDSA(requiresLowS: false), selection)
  case .modern: keyExperiment(Ed25519(), selection)
  }
}

private func keyExperiment<S: SignatureScheme>(_ scheme: S, _ selection: Selection) -> AnyExperiment {
  switch selection.adversary {
  case "repeat-keys": keyExperiment(scheme, RepeatKeys<S>(), selection)
  case "idle": keyExperiment(scheme, Idle<KeyQuery, KeyAnswer<S>>(), selection)
  default: preconditionFailure("\(selection.adversary) is listed and cannot be built")
  }
}

private func keyExperiment<S: SignatureScheme, A: Adversary<KeyQuery, KeyAnswer<S>>>(
  _ scheme: S, _ adversary: A, _ selection: Selection
) -> AnyExperiment {
  let budget = Budget<KeyQuery.Kind> { $0 == .honest ? selection["q_gen"] : selection["q_own"] }
  let hop = KeyDistinctness(scheme: scheme)
  return selection.twin == "unflagged"
    ? AnyExperiment(DistinguishingExperiment(UnflaggedHop(hop), adversary: adversary, budget: budget, coupling: selection.coupling))
    : AnyExperiment(DistinguishingExperiment(hop, adversary: adversary, budget: budget, coupling: selection.coupling))
}
