public import Coins
public import GameKit
public import Games

/// Finds two points with one digest by itself, and has both *checked*, never hashed.
///
/// Against the ideal hash with its published memory both pass, so an ideal digest does not determine its point.
public struct CheckTwice<P: PointHash>: Adversary {
  public typealias Query = HashQuery<P>
  public typealias Answer = HashAnswer<P>
  let function: P

  public init(_ function: P) { self.function = function }

  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    var digests = AppendLog<P.Digest>()
    for index in 0..<UInt64(oracle.budget[.evaluate]) {
      let digest = try oracle.evaluate(function.point(index))
      guard let first = digests.firstIndex(of: digest) else {
        digests.append(digest)
        continue
      }
      let isFirstAccepted = try oracle.accepts(digest, of: function.point(UInt64(first)))
      let isSecondAccepted = try oracle.accepts(digest, of: function.point(index))
      return isFirstAccepted && !isSecondAccepted
    }
    return false
  }
}
