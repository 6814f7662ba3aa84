public import Coins
public import Primitives

/// A hash function that can fingerprint the nodes of a chain: injectively encoded, then hashed.
public protocol NodeFingerprint: HashFunction {
  func fingerprint(of node: ChainNode<Digest>, coins: Coins) -> Digest
}

extension CalibratedHash: NodeFingerprint {
  /// The operands of a label are an injective encoding already: parent and data are its words, the purpose says whether there is
  /// a parent.
  public func fingerprint(of node: ChainNode<Digest>, coins: Coins) -> Digest {
    let label =
      if let parent = node.parent { Label("node", parent.value, node.data.high, node.data.low) } else {
        Label("root", 0, node.data.high, node.data.low)
      }
    return Digest(coins.bits(bits, for: label))
  }
}

extension SHA2: NodeFingerprint {
  /// A byte for whether there is a parent, the parent, the data: all of fixed length.
  public func fingerprint(of node: ChainNode<Bytes>, coins: Coins) -> Bytes {
    digest([node.parent == nil ? 0 : 1] + (node.parent?.array ?? []) + node.data.bytes, coins: coins)
  }
}

/// A hash function on the nodes of a chain.
public struct NodeHash<H: NodeFingerprint>: PointHash {
  let function: H

  public init(_ function: H) { self.function = function }

  public func digest(_ point: ChainNode<H.Digest>, coins: Coins) -> H.Digest { function.fingerprint(of: point, coins: coins) }

  public func point(_ index: UInt64) -> ChainNode<H.Digest> { ChainNode(parent: nil, data: Message(index)) }
}
