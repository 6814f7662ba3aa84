// The collision game of the published file, and its reduction, with their own budgets. Source: EasyCrypt, CRHash, modules OrclCR,
// CR and MkAdvCR.
public import Coins
public import GameKit

/// `OrclCR`: a pair may lack a point, and is charged all the same.
struct AsPublishedCollisions<P: PointHash> {
  let function: P
  /// q_col.
  let pairs: Int
  private var count = 0
  private(set) var isFound = false

  init(_ function: P, pairs: Int) { (self.function, self.pairs) = (function, pairs) }

  mutating func collide(_ first: P.Point?, _ second: P.Point?, _ coins: Coins) {
    guard count < pairs else { return }
    count += 1
    guard let first, let second, first != second else { return }
    if function.digest(first, coins: coins) == function.digest(second, coins: coins) { isFound = true }
  }
}

/// `CR` as its adversary sees it.
public struct AsPublishedCollisionGame<P: PointHash>: Game {
  public typealias Query = CollisionQuery<P>
  public typealias Answer = PublishedAnswer<CollisionAnswer<P>>
  private let initial: AsPublishedCollisions<P>
  private var oracle: AsPublishedCollisions<P>
  private var coins = Coins.beforeTheFirstTrial

  public init(_ function: P, pairs: Int) {
    initial = AsPublishedCollisions(function, pairs: pairs)
    oracle = initial
  }

  public var isFound: Bool { oracle.isFound }

  public mutating func restart(coins: Coins) { (oracle, self.coins) = (initial, coins) }

  /// Past the budget `collision` does nothing, and cannot be told from one that does something.
  public mutating func answer(_ query: CollisionQuery<P>) -> PublishedAnswer<CollisionAnswer<P>> {
    switch query {
    case .collision(let first, let second):
      oracle.collide(first, second, coins)
      return .some(.noted)
    case .evaluate(let point): return .some(.digest(oracle.function.digest(point, coins: coins)))
    }
  }
}

/// `CR(MkAdvCR(A))` as A sees it: the real hash, every query of which is a pair for `OrclCR`.
public struct AsPublishedCollisionFinder<P: PointHash>: Game {
  public typealias Query = HashQuery<P>
  public typealias Answer = PublishedAnswer<HashAnswer<P>>
  private let initial: AsPublishedCollisions<P>
  private var oracle: AsPublishedCollisions<P>
  private var preimages: [P.Digest: P.Point] = [:]
  private var count = 0
  private var coins = Coins.beforeTheFirstTrial

  /// - Parameter evaluations: q_hash, which is q_col.
  public init(_ function: P, evaluations: Int) {
    initial = AsPublishedCollisions(function, pairs: evaluations)
    oracle = initial
  }

  public var isFound: Bool { oracle.isFound }

  public mutating func restart(coins: Coins) {
    (oracle, preimages, count, self.coins) = (initial, [:], 0, coins)
  }

  public mutating func answer(_ query: HashQuery<P>) -> PublishedAnswer<HashAnswer<P>> {
    switch query {
    case .hash(let point):
      guard count < oracle.pairs else { return .none }
      count += 1
      let digest = oracle.function.digest(point, coins: coins)
      if preimages[digest] == nil { preimages[digest] = point }
      oracle.collide(preimages[digest], point, coins)
      return .some(.digest(digest))
    case .check(let point, let digest):
      guard count < oracle.pairs else { return .witness }
      count += 1
      oracle.collide(preimages[digest], point, coins)
      return .some(oracle.function.digest(point, coins: coins) == digest ? .accepted : .rejected)
    case .evaluate(let point): return .some(.digest(oracle.function.digest(point, coins: coins)))
    }
  }
}
