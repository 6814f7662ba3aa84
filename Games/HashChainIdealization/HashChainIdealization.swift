public import GameKit

/// The hop of the hash chain: identical until two nodes have one fingerprint.
public struct HashChainIdealization<P: ChainHash>: Hop {
  public typealias Query = ChainQuery<P>
  public typealias Answer = ChainAnswer<P>
  public typealias Nodes = HashIdealization<P>
  public typealias Left = SimulatedGame<HashChain<P, Nodes.Real>>
  public typealias Right = SimulatedGame<HashChain<P, Nodes.Ideal>>
  let nodes: Nodes

  public init(_ function: P) { nodes = HashIdealization(function) }

  public var left: Left { SimulatedGame(HashChain(), of: nodes.left) }
  public var right: Right { SimulatedGame(HashChain(), of: nodes.right) }

  public func isBad(_ left: borrowing Left) -> Bool { nodes.isBad(left.inner) }

  public func relation(_ left: borrowing Left, _ right: borrowing Right) -> Relation {
    nodes.relation(left.inner, right.inner)
  }

  /// From the chain to collisions: first the chain as a client of the hash, then `ind_cr`'s reduction.
  public typealias ToCollision = Composed<
    SimulatingReduction<Left, HashChain<P, Nodes.Real>>, SimulatingReduction<Nodes.Real, CollisionFinder<P>>
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
