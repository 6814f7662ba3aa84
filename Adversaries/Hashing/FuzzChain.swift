public import Coins
public import GameKit
public import Games
public import Primitives

/// Makes random queries of every kind out of the nodes and fingerprints that it has seen, broken and over-long paths included.
public struct FuzzChain<H: HashFunction>: Adversary {
  public typealias Query = ChainQuery<NodeHash<H>>
  public typealias Answer = ChainAnswer<NodeHash<H>>
  let queries: Int

  public init(queries: Int) { self.queries = queries }

  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    var nodes = [Query.Node(parent: nil, data: Message(0))]
    var digests: [H.Digest] = []
    nodes.reserveCapacity(1 + queries)
    digests.reserveCapacity(queries)
    var isRefused = false
    for round in 0..<UInt64(queries) {
      func pick(_ below: Int, _ what: UInt64) -> Int { Int(coins.uniform(below: UInt64(below), for: Label("fuzz", round, what))) }
      let parent = digests.isEmpty || pick(3, 1) == 0 ? nil : digests[pick(digests.count, 2)]
      let node = Query.Node(parent: parent, data: Message(UInt64(pick(4, 3))))
      nodes.append(node)
      let query: Query =
        switch (pick(4, 0), parent) {
        case (0, _): .append(parent: parent, node.data)
        case (1, _): .isChild(node, of: nodes[pick(nodes.count, 4)])
        case (2, let root?): .path(root: root, Array(repeating: node, count: 1 + pick(9, 5)))
        default: .evaluate(node)
        }
      guard oracle.budget[query.kind] > 0 else { continue }
      switch try oracle.ask(query) {
      case .fingerprint(let digest): digests.append(digest)
      case .refused: isRefused = true
      case .yes, .no: break
      }
    }
    return isRefused
  }
}
