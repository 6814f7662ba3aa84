// Claim: nobody can tell a random function from a random permutation, except by a collision.
//
//     |Pr[A = 1 in Permutation] − Pr[A = 1 in Function]|  ≤  Pr[f(x) = f(y) for two of q points]  ≤  q(q − 1)/2^(n + 1)
//
// Source: the PRP/PRF switching lemma; Bellare and Rogaway, Code-Based Game-Playing Proofs, 2006, lemma 1.
import GameKit

/// The switching lemma as a hop: identical until two points have one value.
public struct Switching: Hop {
  public typealias Query = PointQuery
  public typealias Answer = PointAnswer
  let bits: Int
  let twin: Twin?

  /// The defects that can be planted.
  public enum Twin: String, Sendable, CaseIterable {
    /// The permutation never takes the value 0.
    case neverZero = "never-zero"
  }

  /// - Parameter bits: n, of points and of values.
  public init(bits: Int, twin: Twin? = nil) {
    precondition((1...32).contains(bits), "a point has 1 to 32 bits")
    (self.bits, self.twin) = (bits, twin)
  }

  public var left: RandomFunction { RandomFunction(bits: bits) }
  public var right: RandomPermutation { RandomPermutation(bits: bits, twin: twin) }

  public func isBad(_ left: borrowing RandomFunction) -> Bool { left.hasCollision }

  public func relation(_ left: borrowing RandomFunction, _ right: borrowing RandomPermutation) -> Relation {
    left.values.agrees(with: right.values) ? .holds : .broken("values")
  }
}
