public import Coins
public import GameKit

/// The ledger of a hash service, for a function whose chances are known.
///
/// Sealed are the digests of points that nobody evaluated. Causes are two points with one digest, as soon as somebody could know:
/// an evaluation decides that, queries before the service sees it.
public struct HashLedger<P: PointHash>: Ledger, Sendable {
  public typealias Query = HashQuery<P>
  public typealias Answer = HashAnswer<P>
  private let function: P
  let bits: Int
  private let part: Purpose?

  /// Nil if the chances of the function are not known.
  /// - Parameter part: the child of the challenger's coins that the service draws from.
  public init?(_ function: P, in part: Purpose? = nil) {
    guard let coin = function.coin(of: function.point(0)) else { return nil }
    (self.function, bits, self.part) = (function, coin.bits, part)
  }

  public mutating func restart() {}

  public mutating func note(_ query: Query, _ answer: Answer, in account: inout Account) {
    switch (query, answer) {
    case (.hash(let point), .digest(let digest)), (.evaluate(let point), .digest(let digest)):
      guard let (coin, value) = coin(point, digest) else { return }
      account.draw(.digest, coin, value, against: .digests, joining: .digests)
    case (.check(let point, let digest), .accepted): check(point, digest, true, in: &account)
    case (.check(let point, let digest), .rejected): check(point, digest, false, in: &account)
    default: break
    }
  }

  /// Every pair of points that are evaluated, and a digest for each check.
  public func most(within budget: Budget<Query.Kind>) -> Double {
    let points = Double(budget[.service]) + Double(budget[.evaluate])
    let left = 1 / Chance(1, of: 1 << UInt128(bits)).value - Double(budget[.service])
    return left > 0 ? min(points, (points * (points - 1) / 2 + points) / left) : points
  }

  /// A digest that is another point's is guessed; one that is nobody's belongs to this point, or does not.
  private func check(_ point: P.Point, _ digest: P.Digest, _ succeeds: Bool, in account: inout Account) {
    guard let (coin, value) = coin(point, digest) else { return }
    if account.contains(value, in: .digests) {
      account.guess(.digest, coin, value, succeeds: succeeds)
    } else if succeeds {
      account.open(coin)
      account.note(value, in: .digests)
    } else {
      account.exclude(coin, value)
    }
  }

  private func coin(_ point: P.Point, _ digest: P.Digest) -> (SealedCoin, UInt64)? {
    function.draw(of: point, digest).map { ($0.coin.drawn(in: part), $0.value) }
  }
}
