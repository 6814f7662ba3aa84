@_spi(Harness) public import Coins
internal import Foundation
@_spi(Harness) public import GameKit

/// The probability of winning a game whose chances nobody knows and whose wins are too rare to be waited for: what has come to a
/// level is played on from there several times.
///
/// A *tree* begins with one play. Whatever reaches a level ends there, and `factor` branches go on from it, each on the coins
/// that were drawn up to there and fresh ones besides (`BranchTape`); of what reaches the last level, the wins are counted. With
/// `w = wins/factor^(levels − 1)`, `E[w] = Pr[win]`: by induction from the last level, since a branch has the law of the
/// continuation. `0 ≤ w ≤ 1`, and trees are independent; so the betting mixture of bounded means gives limits that hold whenever
/// one stops, whatever the levels are. The lower one is as good as the splitting; the upper one is not below some ln(1/α)/trees,
/// since nothing says that the trees that were not seen do not win throughout [ours].
///
/// Where the levels *forget*, each branch passes its level with one probability, given all that was
/// played before; so each level has a confidence sequence of its own, and the products of their ends are limits of the whole.
/// [fixed splitting: L'Ecuyer, Le Gland, Lezaud, Tuffin, in: Rare Event Simulation, 2009]
public struct Splitting<G: LevelledGame, A: Adversary>: Sendable where A.Query == G.Query, A.Answer == G.Answer {
  let makeGame: @Sendable () -> G
  let adversary: A
  let budget: Budget<G.Query.Kind>
  let factor: Int
  let forgets: Bool

  /// - Parameters:
  ///   - factor: how many branches go on from a level; best near one over the probability of passing it.
  ///   - forgets: whether, of two plays that have come to one level, both pass the next with the same probability, however they
  ///     came there. It is a promise about the game and the adversary, which no run can check: where it is wrong, so are the
  ///   limits.
  public init(
    _ game: @escaping @Sendable () -> G, adversary: A, budget: Budget<G.Query.Kind>, factor: Int,
    levelsForget forgets: Bool = false
  ) {
    precondition(factor > 0, "a level needs a branch that goes on")
    (makeGame, self.adversary, self.budget, self.factor, self.forgets) = (game, adversary, budget, factor, forgets)
  }

  /// Plays trees with these numbers.
  /// - Parameter shouldStop: asked before each play: a tree may become large.
  /// - Returns: a function of `source` and of the numbers alone; nil if it was stopped, for a part of a tree says nothing.
  public func trees(
    _ numbers: Range<UInt64>, source: CoinSource, shouldStop: () -> Bool = { false }
  ) -> SplittingEstimate? {
    let levels = makeGame().levels
    let watcher = Watcher()
    var oracle = SingleOracle(Watched(makeGame(), by: watcher), budget: budget)
    var estimate = SplittingEstimate(levels: levels, most: pow(Double(factor), Double(levels - 1)), forgets: forgets)
    for tree in numbers {
      let coins = source.with(campaign: source.campaign ^ 0x5350_4C49_5400_0000).coins(trial: tree, role: .referee)
      var (wins, branches) = (0, UInt64(0))
      // What is still to be played: the coins of its beginning, and the level that this has reached.
      var open: [(beginning: [BranchTape.Draw], level: Int)] = [([], 0)]
      while let (beginning, level) = open.popLast() {
        if shouldStop() { return nil }
        let tape = BranchTape(beginning: beginning, fresh: coins, branch: branches)
        branches += 1
        watcher.watch(tape, for: level + 1)
        _ = oracle.play(adversary, tree, source, tape: tape)
        estimate.passages[level].tried += 1
        guard let reached = watcher.reached else { continue }
        estimate.passages[level].passed += 1
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

/// A splitting without its types: plays trees with these numbers, with so many branches from each level; nil if it was stopped.
public typealias SplittingPlay =
  @Sendable (
    _ trees: Range<UInt64>, _ factor: Int, CoinSource, _ shouldStop: () -> Bool
  ) -> SplittingEstimate?

extension Referee {
  /// Plays trees 0, 1, 2, … on all threads; the result depends on how many, not on the threads.
  /// - Parameters:
  ///   - shouldStop: asked before each play. What is judged then are the trees before the first that was not finished: limits
  ///     hold at every number of trees.
  ///   - progress: told after some trees.
  public func split(
    _ play: @escaping SplittingPlay, into factor: Int, trees: UInt64, shouldStop: @escaping @Sendable () -> Bool,
    progress: (SplittingEstimate) -> Void = { _ in }
  ) async -> SplittingEstimate? {
    let source = source
    var estimate = play(0..<0, factor, source, { false })
    await deal(
      trees, sizes: 1...16, { play($0, factor, source, shouldStop) },
      adding: { first, second in
        if let part = second { first? += part } else { first = nil }
      }
    ) { block in
      guard let block else { return false }
      estimate? += block
      if let estimate { progress(estimate) }
      return true
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
