// Claim to be broken: in the *ideal* world of `ind_cr`, two different points are both vouched for under one digest.
//
// An ideal hash is wanted because a digest should then determine its point. With the published memory it does not: `check`
// accepts without remembering, so two colliding points that were never hashed both pass. With the memory of checked points it
// does.
public import Coins
public import GameKit

/// Binding of the ideal hash **[ours]**.
public struct HashBinding<P: PointHash>: WinnableGame {
  private var ideal: HashIdealization<P>.Ideal
  private var vouched = AppendLog<DigestTable<P>.Entry>()
  public private(set) var isWon = false

  public init(_ function: P, memory: HashMemory) {
    ideal = HashIdealization(function, memory: memory).right
  }

  public mutating func restart(coins: Coins) {
    ideal.restart(coins: coins)
    vouched.removeAll()
    isWon = false
  }

  public mutating func answer(_ query: HashQuery<P>) -> HashAnswer<P> {
    let answer = ideal.answer(query)
    switch (query, answer) {
    case (.hash(let point), .digest(let digest)), (.check(let point, let digest), .accepted): vouch(point, digest)
    default: break
    }
    return answer
  }

  private mutating func vouch(_ point: P.Point, _ digest: P.Digest) {
    if vouched.elements.contains(where: { $0.digest == digest && $0.point != point }) { isWon = true }
    vouched.append(.init(point: point, digest: digest))
  }
}
