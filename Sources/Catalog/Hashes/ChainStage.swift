import HashAdversaries
import Arena
import GameKit
import Games
import Primitives
import Referee
import Statistics

/// The hop of the hash chain.
struct ChainStage<H: HashFunction>: Stage {
  typealias Query = ChainQuery<NodeHash<H>>
  typealias Answer = ChainAnswer<NodeHash<H>>
  let wiring: Wiring
  let function: H

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    let (function, hop) = (function, HashChainIdealization(NodeHash(function)))
    let budget = Budget<Query.Kind> { $0 == .evaluate ? self["q_work"] : self["q_node"] }
    // Ten nodes at most to one query of each kind.
    let nodes = self["q_node"] * (2 + HashChain<NodeHash<H>, HashIdealization<NodeHash<H>>.Real>.longestPath)
    let experiment = wiring.hop(
      hop, against: adversary, budget: budget, reduction: HashChainIdealization<NodeHash<H>>.reduction,
      to: { HashCollision(NodeHash(function)) }, targetBudget: wiring.collisionBudget(submitted: nodes), agreement: .everyTrial)
    let overheard = OverheardChain(hop)
    return wiring.accounted(experiment, overheard, against: adversary, budget: budget, beside: overheard.ledger)
  }

  static var attacks: [Attack<Self>] {
    [
      Attack(
        "splice-chain", "grafts a chain onto another founding node with the same fingerprint",
        expects: "1 − (1 − 2^−hashBits)^(q_work + 1): the chain's own two nodes may have one fingerprint, too",
        // The second node of the chain may have the first one's fingerprint, too.
        chance: { $0["q_node"] >= 2 ? ClosedFormula.forgery(bits: $0["hashBits"], tries: $0["q_work"] + 1) : nil }
      ) { _ in SpliceChain<H>() },
      Attack("fuzz-chain", "makes random queries about nodes, children and paths", expects: "small") {
        FuzzChain<H>(queries: $0["queries"])
      },
      .idle,
    ]
  }
}
