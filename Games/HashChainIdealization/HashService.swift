import Coins
import GameKit

/// The part that both worlds share: evaluating, and the table of owners.
struct HashService<P: PointHash> {
  let function: P
  let memory: HashMemory
  private(set) var coins = Coins.beforeTheFirstTrial
  private(set) var table = DigestTable<P>()
  /// Whether a point has met a digest that belongs to another one.
  private(set) var hasCollision = false

  init(function: P, memory: HashMemory) { (self.function, self.memory) = (function, memory) }

  mutating func restart(coins: Coins) {
    self.coins = coins
    table.removeAll()
    hasCollision = false
  }

  @inline(__always)
  func digest(_ point: P.Point) -> P.Digest { function.digest(point, coins: coins) }

  /// Looks up who owns the digest of a point, and enters the point if nobody does and it is to be remembered.
  @inline(__always)
  mutating func meet(_ point: P.Point, _ digest: P.Digest, isCheck: Bool) -> DigestTable<P>.Ownership {
    let ownership = table.ownership(of: digest, by: point)
    switch ownership {
    case .unclaimed: if !isCheck || memory == .hashedAndChecked { table.enter(point, owns: digest) }
    case .own: break
    case .anothers: hasCollision = true
    }
    return ownership
  }
}
