public import Coins
public import Primitives

/// A hash function on the nodes of a chain.
public protocol ChainHash: PointHash where Point == ChainNode<Digest, Data> {
  /// What a node holds beside its parent's fingerprint.
  associatedtype Data: Hashable & Codable & Sendable
}

/// The chain whose nodes hold messages.
public struct NodeHash<H: HashFunction>: ChainHash {
  public typealias Data = Message
  let function: H

  public init(_ function: H) { self.function = function }

  public func digest(_ point: ChainNode<H.Digest, Message>, coins: Coins) -> H.Digest {
    function.digest(point.data, after: point.parent, coins: coins)
  }

  public func point(_ index: UInt64) -> ChainNode<H.Digest, Message> { ChainNode(parent: nil, data: Message(index)) }

  public func coin(of point: ChainNode<H.Digest, Message>) -> SealedCoin? { function.coin(of: point.data, after: point.parent) }
  public func value(of digest: H.Digest) -> UInt64? { function.value(of: digest) }
}
