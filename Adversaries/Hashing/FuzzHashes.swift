public import Coins
public import GameKit
public import Games

/// Makes random queries of every kind about few points, with digests that it has seen: it wins little, and is there to find a
/// difference between two worlds that should be equal.
public struct FuzzHashes<P: PointHash>: Adversary {
  public typealias Query = HashQuery<P>
  public typealias Answer = HashAnswer<P>
  let function: P
  let queries: Int

  public init(_ function: P, queries: Int) { (self.function, self.queries) = (function, queries) }

  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    var digests: [P.Digest] = []
    var isDenied = false
    for round in 0..<UInt64(queries) {
      func pick(_ below: Int, _ what: UInt64) -> Int { Int(coins.uniform(below: UInt64(below), for: Label("fuzz", round, what))) }
      let point = function.point(UInt64(pick(queries, 1)))
      let query: Query =
        switch (pick(3, 0), digests.isEmpty) {
        case (0, _): .hash(point)
        case (1, false): .check(point, digests[pick(digests.count, 2)])
        default: .evaluate(point)
        }
      guard oracle.budget[query.kind] > 0 else { continue }
      switch try oracle.ask(query) {
      case .digest(let digest): digests.append(digest)
      case .noDigest: isDenied = true
      case .accepted, .rejected: break
      }
    }
    return isDenied
  }
}
