public import GameKit
public import Primitives

/// The hop of the hash chain: identical until two nodes have one fingerprint.
public struct HashChainIdealization<H: HashFunction>: Hop {
  public typealias Query = ChainQuery<H>
  public typealias Answer = ChainAnswer<H>
  public typealias Nodes = HashIdealization<NodeHash<H>>
  public typealias Left = SimulatedGame<HashChain<H, Nodes.Real>>
  public typealias Right = SimulatedGame<HashChain<H, Nodes.Ideal>>
  let nodes: Nodes

  public init(_ function: H) { nodes = HashIdealization(NodeHash(function)) }

  public var left: Left { SimulatedGame(HashChain(), of: nodes.left) }
  public var right: Right { SimulatedGame(HashChain(), of: nodes.right) }

  public func isBad(_ left: borrowing Left) -> Bool { nodes.isBad(left.inner) }

  public func relation(_ left: borrowing Left, _ right: borrowing Right) -> Relation {
    nodes.relation(left.inner, right.inner)
  }

  /// From the chain to collisions: first the chain as a client of the hash, then `ind_cr`'s reduction.
  public typealias ToCollision = Composed<
    SimulatingReduction<Left, HashChain<H, Nodes.Real>>, SimulatingReduction<Nodes.Real, CollisionFinder<NodeHash<H>>>
  >
  public static var reduction: ToCollision {
    Composed(SimulatingReduction { HashChain() }, SimulatingReduction { CollisionFinder() })
  }
}

extension HopFacts {
  public static let hashChain = HopFacts(
    "hash-chain", "chain idealization costs two nodes with one fingerprint", lemma: "CRHash: ind_cr",
    claim: """
      A chain is a client of the hash service: on the ideal one a fingerprint determines its node and so all its ancestors.
          |Pr[A = 1 right] − Pr[A = 1 left]| ≤ Pr[two nodes, one fingerprint] = Pr[CR(B(A))] ≤ ε_cr
      """,
    badEvent: "two nodes, one fingerprint", bound: "ε_cr", source: "after the paper's trust chain [ours]")
}
