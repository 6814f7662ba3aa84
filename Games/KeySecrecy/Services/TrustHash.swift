public import Coins
public import Primitives

/// The chain of trusts: a node holds a trust's encoding. The fingerprint of the parent stands in it, so that the hash of the
/// encoding is the hash of the node.
public struct TrustHash<H: HashFunction>: ChainHash {
  public typealias Data = Bytes
  let function: H

  public init(_ function: H) { self.function = function }

  public func digest(_ point: ChainNode<H.Digest, Bytes>, coins: Coins) -> H.Digest {
    function.digest(point.data.array, coins: coins)
  }
  public func coin(of point: ChainNode<H.Digest, Bytes>) -> SealedCoin? { function.coin(of: point.data.array) }
  public func value(of digest: H.Digest) -> UInt64? { function.value(of: digest) }
  public func point(_ index: UInt64) -> ChainNode<H.Digest, Bytes> {
    ChainNode(parent: nil, data: Bytes(Message(index).bytes))
  }
}
