// Claim: a distinguisher of the real and the ideal hash finds a collision exactly when it causes the bad event.
// Source: EasyCrypt, CRHash, module MkAdvCR and lemma ind_cr.
public import Coins
public import GameKit

/// B: evaluates the public function itself, and submits each point together with another one that owns its digest.
///
/// It shows A the real hash service; q_hash pairs and q_hash + q_work evaluations pay for it.
public struct CollisionFinder<P: PointHash>: Simulation {
  public typealias Query = HashQuery<P>
  public typealias Answer = HashAnswer<P>
  public typealias Inner = HashCollision<P>
  let memory: HashMemory
  private var table = DigestTable<P>()

  public init(memory: HashMemory = .hashedAndChecked) { self.memory = memory }

  public mutating func restart(coins: Coins) { table.removeAll() }

  public func budget(within inner: Budget<CollisionQuery<P>.Kind>) -> Budget<HashQuery<P>.Kind> {
    Budget { $0 == .service ? inner[.collision] : inner[.evaluate] - inner[.collision] }
  }

  public mutating func answer(
    _ query: HashQuery<P>, asking oracle: inout some Oracle<CollisionQuery<P>, CollisionAnswer<P>>
  ) throws(Forfeit) -> HashAnswer<P> {
    switch query {
    case .hash(let point):
      let digest = try oracle.evaluate(point)
      try meet(point, digest, isCheck: false, &oracle)
      return .digest(digest)
    case .check(let point, let digest):
      guard try oracle.evaluate(point) == digest else { return .rejected }
      try meet(point, digest, isCheck: true, &oracle)
      return .accepted
    case .evaluate(let point): return .digest(try oracle.evaluate(point))
    }
  }

  private mutating func meet(
    _ point: P.Point, _ digest: P.Digest, isCheck: Bool, _ oracle: inout some Oracle<CollisionQuery<P>, CollisionAnswer<P>>
  ) throws(Forfeit) {
    switch table.ownership(of: digest, by: point) {
    case .unclaimed: if !isCheck || memory == .hashedAndChecked { table.enter(point, owns: digest) }
    case .own: break
    case .anothers: if let owner = table.owner(of: digest) { _ = try oracle.ask(.collision(owner, point)) }
    }
  }
}
