// Claim: a chain built on the ideal hash determines its ancestors, and nobody can tell it from one built on the real hash, except
// by two nodes with one fingerprint. The chain is a client of the hash service, so its hop is the hash's hop (`ind_cr`) under it.
// Source: after the paper's figure of the trust chain **[ours]**.
public import Coins
public import GameKit

/// A chain of nodes that name their parents by fingerprint, built on a hash service.
public struct HashChain<P: ChainHash, Service: Game>: Simulation
where Service.Query == HashQuery<P>, Service.Answer == HashAnswer<P> {
  public typealias Query = ChainQuery<P>
  public typealias Answer = ChainAnswer<P>
  public typealias Inner = Service
  typealias Node = P.Point

  /// A path of more nodes than this is refused, so that a query has a price. **[ours]**
  public static var longestPath: Int { 8 }

  public init() {}

  public mutating func restart(coins: Coins) {}

  public func budget(within inner: Budget<Service.Query.Kind>) -> Budget<ChainQuery<P>.Kind> {
    let share = inner[.service] / (2 + Self.longestPath)
    return Budget { $0 == .evaluate ? inner[.evaluate] : share }
  }

  public mutating func answer(
    _ query: ChainQuery<P>, asking oracle: inout some Oracle<Service.Query, Service.Answer>
  ) throws(Forfeit) -> ChainAnswer<P> {
    switch query {
    case .append(let parent, let data):
      return try oracle.hash(Node(parent: parent, data: data)).map { .fingerprint($0) } ?? .refused
    case .isChild(let child, of: let parent):
      guard let fingerprint = child.parent else { return .no }
      return try oracle.accepts(fingerprint, of: parent) ? .yes : .no
    case .path(let root, let nodes):
      guard nodes.count <= Self.longestPath else { return .refused }
      var tip = root
      for node in nodes {
        guard node.parent == tip else { return .no }
        guard let fingerprint = try oracle.hash(node) else { return .refused }
        tip = fingerprint
      }
      return .fingerprint(tip)
    case .evaluate(let node): return .fingerprint(try oracle.evaluate(node))
    }
  }
}
