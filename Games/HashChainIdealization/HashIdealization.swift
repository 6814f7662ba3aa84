// Claim: nobody can tell a hash function from one under which a digest belongs to the first point that was seen with it, except
// by a collision.
//
//     |Pr[A = 1 in Ideal] − Pr[A = 1 in Real]|  ≤  Pr[two points, one digest, in Real]  =  Pr[CR(B(A))]
//
// Source: EasyCrypt, theories/crypto/assumptions/CRHash.ec, lemma ind_cr.
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
