/// What `campaign list` tells: the campaigns of a folder.
public struct CampaignListRecord: Encodable, Sendable {
  /// A campaign.
  public struct Row: Encodable, Sendable {
    /// Its plan: the file, the plan's hash, and the commit that made it.
    public let file, hash, commit: String
    /// Of so many shards so many are whole.
    public let whole, shards: Int
    /// As they are planned: so many rows of so many trials.
    public let rows: Int
    public let trials: UInt64
    /// How it ended, as a record says that lies beside it; nil if there is none.
    public let status: RunStatus?

    public init(
      file: String, hash: String, commit: String, whole: Int, shards: Int, rows: Int, trials: UInt64, status: RunStatus?
    ) {
      (self.file, self.hash, self.commit, self.whole, self.shards) = (file, hash, commit, whole, shards)
      (self.rows, self.trials, self.status) = (rows, trials, status)
    }

    private enum CodingKeys: CodingKey { case file, hash, commit, whole, shards }
  }

  public let rows: [Row]

  public init(rows: [Row]) { self.rows = rows }

  public func encode(to encoder: any Encoder) throws { try rows.encode(to: encoder) }
}
