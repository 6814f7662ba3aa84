@_spi(Harness) public import Coins
internal import Foundation
@_spi(Harness) public import GameKit
public import Statistics

/// The probability of winning a game whose chances nobody knows and whose wins are too rare to be waited for: what has come to a
/// level is played on from there several times.
///
/// A *tree* begins with one play. Whatever reaches a level ends there, and `factor` branches go on from it, each on the coins
/// that were drawn up to there and fresh ones besides (`BranchTape`); of what reaches the last level, the wins are counted. With
/// `w = wins/factor^(levels − 1)`, `E[w] = Pr[win]`: by induction from the last level, since a branch has the law of the
/// continuation. `0 ≤ w ≤ 1`, and trees are independent; so the betting mixture of bounded means gives limits of the product of
/// all levels that hold whenever one stops. The wins are no Bernoulli trials, and are never counted as such.
/// [fixed splitting: L'Ecuyer, Le Gland, Lezaud, Tuffin, in: Rare Event Simulation, 2009]
public struct Splitting<G: LevelledGame, A: Adversary>: Sendable where A.Query == G.Query, A.Answer == G.Answer {
  let makeGame: @Sendable () -> G
  let adversary: A
  let budget: Budget<G.Query.Kind>
  let factor: Int

  /// - Parameter factor: how many branches go on from a level; best near one over the probability of passing it.
  public init(_ game: @escaping @Sendable () -> G, adversary: A, budget: Budget<G.Query.Kind>, factor: Int) {
    precondition(factor > 0, "a level needs a branch that goes on")
    (makeGame, self.adversary, self.budget, self.factor) = (game, adversary, budget, factor)
  }

  /// What trees have shown.
  public struct Estimate: Sendable {
    public fileprivate(set) var trees = 0
    /// Plays in all, each from the beginning.
    public fileprivate(set) var plays = 0
    /// How often a tree had so many wins.
    fileprivate var wins: [Int: Int] = [:]
    fileprivate let most: Double

    /// The probability of winning.
    public var mean: Double { trees == 0 ? 0 : wins.reduce(0) { $0 + Double($1.key * $1.value) } / most / Double(trees) }

    /// Limits of it that hold at all numbers of trees at once, with error probability `alpha` in all.
    public func limits(alpha: Double) -> Interval {
      BoundedMean(in: Interval(lower: 0, upper: 1)).limits(
        Histogram(wins.sorted { $0.key < $1.key }.map { (Double($0.key) / most, $0.value) }), alpha: alpha)
    }
  }

  /// Plays trees with these numbers.
  /// - Returns: a function of `source` and of the numbers alone.
  public func trees(_ numbers: Range<UInt64>, source: CoinSource) -> Estimate {
    let levels = makeGame().levels
    let watcher = Watcher()
    var oracle = SingleOracle(Watched(makeGame(), by: watcher), budget: budget)
    var estimate = Estimate(most: pow(Double(factor), Double(levels - 1)))
    for tree in numbers {
      let coins = source.with(campaign: source.campaign ^ 0x5350_4C49_5400_0000).coins(trial: tree, role: .referee)
      var (wins, branches) = (0, UInt64(0))
      // What is still to be played: the coins of its beginning, and the level that this has reached.
      var open: [(beginning: [BranchTape.Draw], level: Int)] = [([], 0)]
      while let (beginning, level) = open.popLast() {
        let tape = BranchTape(beginning: beginning, fresh: coins, branch: branches)
        branches += 1
        watcher.watch(tape, for: level + 1)
        _ = oracle.play(adversary, tree, source, tape: tape)
        guard let reached = watcher.reached else { continue }
        if level + 1 == levels {
          wins += 1
        } else {
          open += Array(repeating: (reached, level + 1), count: factor)
        }
      }
      estimate.trees += 1
      estimate.plays += Int(branches)
      estimate.wins[wins, default: 0] += 1
    }
    return estimate
  }
}

/// Notes which coins were drawn when a level was reached.
private final class Watcher {
  private var tape: BranchTape?
  private var level = 0
  private(set) var reached: [BranchTape.Draw]?

  func watch(_ tape: BranchTape, for level: Int) { (self.tape, self.level, reached) = (tape, level, nil) }
  func note(_ level: Int) { if reached == nil, level >= self.level { reached = tape?.draws } }
}

private struct Watched<G: LevelledGame>: Game {
  private var game: G
  private let watcher: Watcher

  init(_ game: G, by watcher: Watcher) { (self.game, self.watcher) = (game, watcher) }

  mutating func restart(coins: Coins) { game.restart(coins: coins) }

  mutating func answer(_ query: G.Query) -> G.Answer {
    let answer = game.answer(query)
    watcher.note(game.level)
    return answer
  }
}
