public import Coins
public import GameKit
public import Games
public import Primitives

/// Builds a chain of two nodes, searches another founding node with the fingerprint of the first, and grafts the second onto it:
/// the same tip then has two histories.
///
/// On the calibrated hash k evaluations cause the bad event with probability exactly 1 − (1 − 2⁻ᵗ)ᵏ⁺¹: the chain's own two nodes
/// may have one fingerprint, too.
public struct SpliceChain<H: HashFunction>: Adversary {
  public typealias Query = ChainQuery<NodeHash<H>>
  public typealias Answer = ChainAnswer<NodeHash<H>>

  public init() {}

  /// Says "ideal" when the graft is denied.
  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    guard case .fingerprint(let root) = try oracle.ask(.append(parent: nil, Message(0))) else { return true }
    let child = ChainNode<H.Digest, Message>(parent: root, data: Message(0, 1))
    guard case .fingerprint = try oracle.ask(.append(parent: root, child.data)) else { return false }
    for index in 0..<UInt64(oracle.budget[.evaluate]) {
      let graft = ChainNode<H.Digest, Message>(parent: nil, data: Message(index + 1))
      guard try oracle.ask(.evaluate(graft)) == .fingerprint(root) else { continue }
      return try oracle.ask(.isChild(child, of: graft)) != .yes
    }
    return false
  }
}
