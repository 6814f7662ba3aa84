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
    guard let collision = try Collision(of: function, &oracle) else { return false }
    let isFirstAccepted = try oracle.accepts(collision.digest, of: collision.first)
    let isSecondAccepted = try oracle.accepts(collision.digest, of: collision.second)
    return isFirstAccepted && !isSecondAccepted
  }
}
