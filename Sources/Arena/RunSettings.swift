public import Coins
public import GameKit
public import Referee

/// How to play a selection: coins, error budget, stopping; and threads and order of the worlds, on which nothing may depend.
public struct RunSettings: Sendable {
  public var source: CoinSource
  public var judge: Judge
  public var rule: StoppingRule
  public var threads: Int
  public var order: WorldOrder
  public var chances: ChanceUse
  /// Most trials in which chances are added up: they vary little from trial to trial, so fewer say as much as so many counts.
  public var chanceTrials: UInt64

  public init(
    source: CoinSource, judge: Judge, rule: StoppingRule, threads: Int, order: WorldOrder = .leftFirst,
    chances: ChanceUse = .auto, chanceTrials: UInt64? = nil
  ) {
    (self.source, self.judge, self.rule, self.threads, self.order) = (source, judge, rule, threads, order)
    (self.chances, self.chanceTrials) = (chances, chanceTrials ?? min(rule.trials, 10_000))
  }
}
