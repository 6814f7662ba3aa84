public import Coins
public import GameKit
public import Games

/// Has as many points hashed as it may, but one, and searches another point with the digest of any of them: each evaluation has a
/// chance for every target.
///
/// On the calibrated hash, with m targets of t bits, an evaluation succeeds with probability m/2ᵗ, or a little less where targets
/// are equal.
public struct SecondPreimages<P: PointHash>: Adversary {
  public typealias Query = HashQuery<P>
  public typealias Answer = HashAnswer<P>
  let function: P

  public init(_ function: P) { self.function = function }

  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    var targets: [P.Digest: UInt64] = [:]
    var next: UInt64 = 0
    while oracle.budget[.service] > 1 {
      guard let digest = try oracle.hash(function.point(next)) else { return true }
      targets[digest] = next
      next += 1
    }
    while oracle.budget[.evaluate] > 0 {
      let point = function.point(next)
      next += 1
      let digest = try oracle.evaluate(point)
      guard targets[digest] != nil else { continue }
      return try !oracle.accepts(digest, of: point)
    }
    return false
  }
}
