/// One run of the referee: everything that a reader needs to believe it, and to run it again.
public struct RunRecord: Codable, Sendable {
  /// The version of this format.
  public let format: Int
  /// The hop's name if the run was about a hop with its reduction.
  public let hop: String?
  public let game: String
  public let adversary: String
  public let suite: String
  /// The planted defect, if one was asked for, and what it makes of the claim.
  public let twin: String?
  public let twinMeaning: TwinMeaning?
  /// A command that notices it.
  public let defectShows: String?
  public let parameters: [String: Int]
  @ExactNumber public private(set) var seed: UInt64
  /// `philox`, `chacha20`, or `secret:` and its digits: with the seed it is all that the coins depend on.
  public let generator: String
  public let coupling: String
  public let trials: UInt64
  public let forfeits: UInt64
  /// Why the first of them was one; nil where there is none.
  public let firstForfeit: String?
  /// The adversary's bits in the two worlds, over the trials that were not forfeited.
  public let bits: PairRecord
  public private(set) var advantage: Estimate
  public let bad: BadCount
  /// What the bad event is; nil if there is none to count.
  public let badEvent: String?
  /// What each attack of an adversary that has several is credited with, those with most first; nil for an adversary with one.
  public let credits: [CreditRecord]?
  public let bound: BoundRecord?
  public private(set) var verdict: Verdict.Kind
  public private(set) var reason: String
  /// What the verdict excludes; nil for a verdict that excludes nothing above the bound.
  public private(set) var ceiling: CeilingRecord?
  /// Nil without a numeric bound.
  public private(set) var standing: BoundStanding?
  /// The verdict that was expected, where one was.
  public private(set) var expected: String?
  /// What it all comes to: the exit status, and why.
  public private(set) var outcome: Outcome
  /// The error probability of the run, shared by all its statements.
  public let alpha: Double
  /// A bound is certified up to this factor above it, where the bound leaves room for that: 1 stands for twice the bound.
  public let slack: Double
  /// log₁₀ of the evidence against "the bad event and the advantage are within the bound"; nil without a numeric bound.
  public private(set) var log10EvidenceAgainstBound: Double?
  /// The smallest advantage that so many trials could have shown, by whatever judges.
  public private(set) var smallestShowable: Double
  public let limits: LimitsRecord
  public private(set) var stopped: StopReason
  public let lockstep: LockstepRecord
  public let reduction: ReductionRecord?
  /// The games between the two ends, where they are played as one chain.
  public let chain: [LinkRecord]?
  public let canaries: [CanaryRecord]
  public let trialsPerSecond: Double?
  /// What the chances of the moves add up to, where they judge instead of counts; nil where counts do.
  public private(set) var chances: ChanceRecord?
  /// Of an adversary that is a command; nil for one of this program.
  public let outside: OutsideRecord?
  /// The token of a telling trial, for `gamekeeper replay`.
  public let replay: String

  public init(
    hop: String?, game: String, adversary: String, suite: String, twin: String?, twinMeaning: TwinMeaning?,
    parameters: [String: Int], seed: UInt64,
    generator: String, coupling: String, trials: UInt64, forfeits: UInt64, bits: PairRecord, advantage: Estimate, bad: BadCount,
    badEvent: String?, credits: [CreditRecord]?,
    bound: BoundRecord?, verdict: Verdict.Kind, reason: String, alpha: Double, slack: Double, log10EvidenceAgainstBound: Double?,
    smallestShowable: Double, limits: LimitsRecord, stopped: StopReason, lockstep: LockstepRecord, reduction: ReductionRecord?,
    canaries: [CanaryRecord], trialsPerSecond: Double?, replay: String, ceiling: CeilingRecord? = nil,
    defectShows: String? = nil, chain: [LinkRecord]? = nil, firstForfeit: String? = nil, outside: OutsideRecord? = nil
  ) {
    format = 1
    (self.hop, self.game, self.adversary, self.suite) = (hop, game, adversary, suite)
    (self.twin, self.twinMeaning) = (twin, twinMeaning)
    (self.parameters, self.seed, self.generator, self.coupling) = (parameters, seed, generator, coupling)
    (self.bits, self.slack, self.limits) = (bits, slack, limits)
    self.badEvent = badEvent
    (self.trials, self.forfeits, self.advantage, self.bad, self.credits, self.bound) = (
      trials, forfeits, advantage, bad, credits, bound
    )
    (self.verdict, self.reason, self.alpha) = (verdict, reason, alpha)
    (self.log10EvidenceAgainstBound, self.smallestShowable) = (log10EvidenceAgainstBound, smallestShowable)
    (self.stopped, self.lockstep, self.reduction, self.canaries) = (stopped, lockstep, reduction, canaries)
    (self.trialsPerSecond, self.replay, self.ceiling, self.defectShows) = (trialsPerSecond, replay, ceiling, defectShows)
    (self.chain, self.firstForfeit, self.outside) = (chain, firstForfeit, outside)
    standing = bound?.value.map { BoundStanding(of: advantage, against: $0) }
    outcome = .met
    outcome = judgedOutcome(nil)
  }

  /// Lets chances judge; `verdict` is nil if the run stays refuted by what else was seen, and then by numbers of that.
  public mutating func judge(
    by chances: ChanceRecord, _ verdict: (kind: Verdict.Kind, reason: String, ceiling: CeilingRecord?)?,
    log10EvidenceAgainstBound: Double?, smallestShowable: Double, stopped: StopReason
  ) {
    (self.chances, self.smallestShowable, self.stopped) = (chances, smallestShowable, stopped)
    if let verdict {
      (self.verdict, reason, ceiling) = verdict
      (advantage, self.log10EvidenceAgainstBound) = (chances.advantage, log10EvidenceAgainstBound)
      standing = bound?.value.map { BoundStanding(of: advantage, against: $0) }
    }
    outcome = judgedOutcome(nil)
  }

  /// States what the run was expected to show, which decides about its outcome.
  public mutating func expect(_ verdict: ExpectedVerdict) {
    expected = verdict.name
    outcome = judgedOutcome(verdict)
  }
}
