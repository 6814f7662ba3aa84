internal import Coins
public import GameKit

/// The ledger of the collision game, for a function whose chances are known.
///
/// Sealed are the digests of points that nobody evaluated. What is submitted is not answered, so it is that of an adversary that
/// has evaluated both points before, as B does: where one has not, a win has no cause, and that is a violation.
public struct CollisionLedger<P: PointHash>: Ledger, Sendable {
  public typealias Query = CollisionQuery<P>
  public typealias Answer = CollisionAnswer<P>
  private let function: P
  private let bits: Int

  /// Nil if the chances of the function are not known.
  public init?(_ function: P) {
    guard let coin = function.coin(of: function.point(0)) else { return nil }
    (self.function, bits) = (function, coin.bits)
  }

  public mutating func restart() {}

  public mutating func note(_ query: Query, _ answer: Answer, in account: inout Account) {
    guard case .evaluate(let point) = query, case .digest(let digest) = answer, let drawn = function.draw(of: point, digest)
    else { return }
    account.draw(.digest, drawn.coin, drawn.value, against: .digests, joining: .digests)
  }

  public func most(within budget: Budget<Query.Kind>) -> Double { Self.pairs(budget[.evaluate], bits: bits) }
}
