internal import Coins
public import Records
public import Referee

extension Selection {
  /// How many levels a win passes; nil if the game declares none.
  public var levels: Int? { experiment.splitting?(0..<0, 1, CoinSource(seed: 0), { false })?.passages.count }

  /// Measures the probability of winning by trees that split at the levels of the game.
  /// - Parameters:
  ///   - factor: how many branches go on from a level.
  ///   - settings: so many trials are so many trees.
  ///   - shouldStop: asked before each play; what was finished before counts.
  /// - Returns: nil if the game declares no levels.
  public func split(
    into factor: Int, _ settings: RunSettings, isInterrupted: @escaping @Sendable () -> Bool,
    progress: (SplittingEstimate) -> Void
  ) async -> SplittingRecord? {
    guard let play = experiment.splitting else { return nil }
    Traps.isPlaying(self, settings.source)
    let end = settings.rule.time.map { ContinuousClock.now + $0 }
    let referee = Referee(source: settings.source, judge: settings.judge, threads: settings.threads)
    guard
      let shown = await referee.split(
        play, into: factor, trees: settings.rule.trials,
        shouldStop: { isInterrupted() || end.map { $0 <= .now } == true }, progress: progress)
    else { return nil }
    let limits = shown.limits(alpha: settings.judge.alpha), bound = entry.bound(suite)
    return SplittingRecord(
      game: entry.name, adversary: adversary, suite: suite.rawValue, parameters: parameters, seed: settings.source.seed,
      generator: settings.source.kind, split: factor, trees: shown.trees, plays: shown.plays,
      levels: shown.passages.map { .init(tried: $0.tried, passed: $0.passed) }, forgets: shown.forgets,
      probability: Estimate(
        estimate: shown.mean, lower: limits.lower, upper: limits.upper, error: settings.judge.alpha),
      bound: BoundRecord(expression: bound.description, definitions: bound.definitions, value: boundValue), formula: formula,
      isComplete: !isInterrupted())
  }
}
