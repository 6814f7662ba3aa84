/// What a campaign has shown: its rows, judged over the shards from the first on without a gap.
public struct CampaignRecord: Codable, Sendable {
  /// What contradicts a claim in one trial, and was seen again when that trial was played again.
  public struct Finding: Codable, Hashable, Sendable {
    public let row: String
    public let words: String
    /// In how many blocks it was the first violation.
    public let blocks: Int
    /// The token of the first trial that shows it.
    public let replay: String

    public init(row: String, words: String, blocks: Int, replay: String) {
      (self.row, self.words, self.blocks, self.replay) = (row, words, blocks, replay)
    }
  }

  public let format: Int
  /// The hash of the plan.
  public let plan: String
  public let version, commit: String
  @ExactNumber public private(set) var seed: UInt64
  /// The error probability of the whole campaign.
  public let alpha: Double
  /// How many shards there are, how many from the first on are judged, and the numbers of those that lie behind a gap.
  public let shards, judged: Int
  public let waiting: [Int]
  /// Whether nothing more is to be played: all is, or the plan stops where its verdicts are decided.
  public let isComplete: Bool
  public let rows: [RunRecord]
  public let findings: [Finding]
  public let outcome: Outcome

  public init(
    plan: String, version: String, commit: String, seed: UInt64, alpha: Double, shards: Int, judged: Int, waiting: [Int],
    isComplete: Bool, rows: [RunRecord], findings: [Finding]
  ) {
    format = 1
    (self.plan, self.version, self.commit, self.seed, self.alpha) = (plan, version, commit, seed, alpha)
    (self.shards, self.judged, self.waiting, self.isComplete) = (shards, judged, waiting, isComplete)
    (self.rows, self.findings) = (rows, findings)
    let shown = Outcome.all(rows.map(\.outcome))
    outcome = isComplete || shown.status == .notMet ? shown : .inconclusive("\(judged) of \(shards) shards are judged")
  }
}
