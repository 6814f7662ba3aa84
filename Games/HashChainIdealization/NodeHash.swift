public import Coins
public import Primitives

/// A hash function on the nodes of a chain.
public struct NodeHash<H: HashFunction>: PointHash {
  let function: H

  public init(_ function: H) { self.function = function }

  public func digest(_ point: ChainNode<H.Digest>, coins: Coins) -> H.Digest {
    function.digest(point.data, after: point.parent, coins: coins)
  }

  public func point(_ index: UInt64) -> ChainNode<H.Digest> { ChainNode(parent: nil, data: Message(index)) }
}
