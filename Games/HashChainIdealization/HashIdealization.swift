// Nobody can tell a hash function from one under which a digest belongs to the first point that was seen with it, except by a
// collision; the claim is stated below, in the hop's facts.
public import GameKit

/// The hop `ind_cr`: identical until a collision.
public struct HashIdealization<P: PointHash>: Hop {
  public typealias Query = HashQuery<P>
  public typealias Answer = HashAnswer<P>

  let function: P
  let memory: HashMemory

  public init(_ function: P, memory: HashMemory = .hashedAndChecked) { (self.function, self.memory) = (function, memory) }

  public var left: Real { Real(service: HashService(function: function, memory: memory)) }
  public var right: Ideal { Ideal(service: HashService(function: function, memory: memory)) }

  public func isBad(_ left: borrowing Real) -> Bool { left.service.hasCollision }

  public func relation(_ left: borrowing Real, _ right: borrowing Ideal) -> Relation {
    left.service.table.agrees(with: right.service.table) ? .holds : .broken("owners of digests")
  }
}

extension HopFacts {
  public static let indCR = HopFacts(
    "ind_cr", "hash idealization costs a collision", lemma: "CRHash: ind_cr",
    claim: """
      Left, the hash function itself. Right, a digest belongs to the first point that was seen with it: another point gets no \
      digest and passes no check. Until two points have one digest the worlds answer alike:
          |Pr[A = 1 right] − Pr[A = 1 left]| ≤ Pr[collision] = Pr[CR(B(A))] ≤ ε_cr
      """,
    badEvent: "collision", bound: "ε_cr", source: "\(hashSource), lemma ind_cr")

  public static let indCRAsPublished = HopFacts(
    "ind_cr-as-published", "the same, remembering hashed points only", lemma: "CRHash: ind_cr", claim: indCR.claim,
    badEvent: "collision", bound: "ε_cr", source: indCR.source)

  /// The published file of this folder's games.
  public static let hashSource = "EasyCrypt, theories/crypto/assumptions/CRHash.ec"
}
