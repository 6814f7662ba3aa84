public import GameKit

/// The hop of the chain with its hash service overheard: a path that fails does not say where, so only the service knows which
/// digests it has computed.
public struct OverheardChain<P: ChainHash>: Hop {
  public typealias Query = ChainQuery<P>
  public typealias Answer = ChainAnswer<P>
  public typealias Left = SimulatedGame<HashChain<P, Overheard<HashIdealization<P>.Real>>>
  private let hop: HashChainIdealization<P>

  public init(_ hop: HashChainIdealization<P>) { self.hop = hop }

  public var left: Left { SimulatedGame(HashChain(), of: Overheard(hop.nodes.left)) }
  public var right: HashChainIdealization<P>.Right { hop.right }
  public func isBad(_ left: borrowing Left) -> Bool { hop.nodes.isBad(left.inner.game) }
  public func relation(_ left: borrowing Left, _ right: borrowing HashChainIdealization<P>.Right) -> Relation {
    hop.nodes.relation(left.inner.game, right.inner)
  }

  /// Makes the ledger beside the left game; nil if the chances of the function are not known.
  public var ledger: (@Sendable (inout Left) -> ChainLedger<P>)? {
    guard let nodes = HashLedger(hop.nodes.function) else { return nil }
    return { left in ChainLedger(nodes, left.inner.journal) }
  }
}

/// The ledger of a chain: that of the hash service inside it.
public struct ChainLedger<P: ChainHash>: Ledger {
  public typealias Query = ChainQuery<P>
  public typealias Answer = ChainAnswer<P>
  private var nodes: HashLedger<P>
  private let journal: Journal<(HashQuery<P>, HashAnswer<P>)>

  init(_ nodes: HashLedger<P>, _ journal: Journal<(HashQuery<P>, HashAnswer<P>)>) {
    (self.nodes, self.journal) = (nodes, journal)
  }

  public mutating func restart() {
    journal.removeAll()
    nodes.restart()
  }

  public mutating func note(_ query: Query, _ answer: Answer, in account: inout Account) {
    journal.read { query, answer in nodes.note(query, answer, in: &account) }
  }

  public func most(within budget: Budget<Query.Kind>) -> Double {
    let longest = HashChain<P, HashIdealization<P>.Real>.longestPath
    return nodes.most(
      within: Budget {
        $0 == .evaluate ? budget[.evaluate] : budget[.append] + budget[.isChild] + longest * budget[.path]
      })
  }
}
