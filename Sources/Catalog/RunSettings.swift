public import Coins
public import Referee

/// How to play a selection: coins, error budget, stopping.
public struct RunSettings: Sendable {
  public var source: CoinSource
  public var judge: Judge
  public var rule: StoppingRule
  public var threads: Int

  public init(source: CoinSource, judge: Judge, rule: StoppingRule, threads: Int) {
    (self.source, self.judge, self.rule, self.threads) = (source, judge, rule, threads)
  }
}
