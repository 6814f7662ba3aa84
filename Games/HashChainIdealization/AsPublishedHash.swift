// The hash services of the published file with its own budget. Source: EasyCrypt, CRHash, modules RealHash and IdealHash. Written
// from the file and not from `HashService`, beside which it is played by `gamekeeper conform`.
public import Coins
public import GameKit

/// `RealHash` or `IdealHash`. The key of the file's hash is the trial's coins, from which a calibrated function is read.
public struct AsPublishedHash<P: PointHash>: Game {
  public typealias Query = HashQuery<P>
  public typealias Answer = PublishedAnswer<HashAnswer<P>>

  public enum World: Sendable {
    case real, ideal
  }

  let function: P
  let world: World
  /// q_hash, which the file spends on both queries alike.
  let evaluations: Int
  private var coins = Coins.beforeTheFirstTrial
  private var preimages: [P.Digest: P.Point] = [:]
  private var count = 0

  public init(_ function: P, world: World, evaluations: Int) {
    (self.function, self.world, self.evaluations) = (function, world, evaluations)
  }

  public mutating func restart(coins: Coins) {
    self = Self(function, world: world, evaluations: evaluations)
    self.coins = coins
  }

  public mutating func answer(_ query: HashQuery<P>) -> PublishedAnswer<HashAnswer<P>> {
    switch query {
    case .hash(let point):
      guard count < evaluations else { return .none }
      count += 1
      let digest = function.digest(point, coins: coins)
      guard let owner = preimages[digest] else {
        preimages[digest] = point
        return .some(.digest(digest))
      }
      return world == .ideal && owner != point ? .none : .some(.digest(digest))
    case .check(let point, let digest):
      guard count < evaluations else { return .witness }
      count += 1
      let isAnothers = preimages[digest].map { $0 != point } ?? false
      let matches = function.digest(point, coins: coins) == digest
      return .some(matches && !(world == .ideal && isAnothers) ? .accepted : .rejected)
    case .evaluate(let point): return .some(.digest(function.digest(point, coins: coins)))
    }
  }
}
