/// What the chances of a run's moves add up to: a measurement that does not wait for a success.
public struct ChanceRecord: Codable, Sendable, Hashable {
  /// The part of the sum that moves of one kind have.
  public struct Kind: Codable, Sendable, Hashable {
    public let kind: String
    /// The mean over the trials; not rounded outward.
    public let mean: Double
    public let moves: UInt64
    public let successes: UInt64

    public init(kind: String, mean: Double, moves: UInt64, successes: UInt64) {
      (self.kind, self.mean, self.moves, self.successes) = (kind, mean, moves, successes)
    }
  }

  public let trials: UInt64
  /// What no trial's sum of chances exceeds: the range of the estimates.
  public let most: Double
  /// E[A] = Pr[some move succeeds].
  public let causes: Estimate
  /// Pr[bad event], or of winning, by forced successes.
  public let bad: Estimate
  /// The advantage, by forced successes.
  public let advantage: Estimate
  /// By kind of move, those with most first.
  public let kinds: [Kind]
  /// log₁₀ of the evidence against "every reported chance is right".
  public let log10EvidenceAgainstReports: Double
  public let violations: UInt64
  /// The first violation, in words, and the token of its trial.
  public let first: String?
  public let replay: String?

  public init(
    trials: UInt64, most: Double, causes: Estimate, bad: Estimate, advantage: Estimate, kinds: [Kind],
    log10EvidenceAgainstReports: Double, violations: UInt64, first: String?, replay: String?
  ) {
    (self.trials, self.most, self.causes, self.bad, self.advantage) = (trials, most, causes, bad, advantage)
    (self.kinds, self.log10EvidenceAgainstReports) = (kinds, log10EvidenceAgainstReports)
    (self.violations, self.first, self.replay) = (violations, first, replay)
  }
}
