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

  /// The standard deviation of one trial over the mean: what the width of an interval depends on; nil where the mean is 0.
  public struct Spread: Codable, Sendable, Hashable {
    public let causes: Double?
    public let bad: Double?
    public let advantage: Double?

    public init(causes: Double?, bad: Double?, advantage: Double?) {
      (self.causes, self.bad, self.advantage) = (causes, bad, advantage)
    }
  }

  /// Why chances judge, and not counts; decided before the run.
  public let why: String
  /// About as many trials without an event as a certificate of the bound would take by counting; nil without a bound.
  public let countingNeeds: Double?
  public let trials: UInt64
  /// What no trial's sum of chances exceeds: the range of the estimates.
  public let most: Double
  /// E[A] = Pr[some move succeeds].
  public let causes: Estimate
  /// Pr[bad event], or of winning, by forced successes.
  public let bad: Estimate
  /// The advantage, by forced successes.
  public let advantage: Estimate
  public let spread: Spread
  /// By kind of move, those with most first.
  public let kinds: [Kind]
  /// log₁₀ of the evidence against "every reported chance is right".
  public let log10EvidenceAgainstReports: Double
  public let violations: UInt64
  /// The first violation, in words, and the token of its trial.
  public let first: String?
  public let replay: String?

  public init(
    why: String, countingNeeds: Double?, trials: UInt64, most: Double, causes: Estimate, bad: Estimate, advantage: Estimate,
    spread: Spread, kinds: [Kind], log10EvidenceAgainstReports: Double, violations: UInt64, first: String?, replay: String?
  ) {
    (self.why, self.countingNeeds, self.spread) = (why, countingNeeds, spread)
    (self.trials, self.most, self.causes, self.bad, self.advantage) = (trials, most, causes, bad, advantage)
    (self.kinds, self.log10EvidenceAgainstReports) = (kinds, log10EvidenceAgainstReports)
    (self.violations, self.first, self.replay) = (violations, first, replay)
  }
}
