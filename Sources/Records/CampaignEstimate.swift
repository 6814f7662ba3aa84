/// What a plan takes and can show, before it is played.
public struct CampaignEstimate: Codable, Sendable {
  public struct Row: Codable, Sendable {
    public let row: String
    /// Of one core, measured here.
    public let secondsPerTrial: Double
    /// The smallest advantage that so many trials can tell from none: the width of the narrowest interval.
    public let smallestShowable: Double

    public init(row: String, secondsPerTrial: Double, smallestShowable: Double) {
      (self.row, self.secondsPerTrial, self.smallestShowable) = (row, secondsPerTrial, smallestShowable)
    }
  }

  public let format: Int
  /// The hash of the plan.
  public let plan: String
  /// Of each row.
  public let trials: UInt64
  public let shards: Int
  /// Of all shards together, and of one, on one core.
  public let coreSeconds, shardSeconds: Double
  public let rows: [Row]

  public init(plan: String, trials: UInt64, shards: Int, coreSeconds: Double, shardSeconds: Double, rows: [Row]) {
    format = 1
    (self.plan, self.trials, self.shards, self.coreSeconds) = (plan, trials, shards, coreSeconds)
    (self.shardSeconds, self.rows) = (shardSeconds, rows)
  }
}
