/// Which shards of a campaign are there; nothing is judged.
public struct CampaignStatusRecord: Codable, Sendable {
  /// The hash of the plan.
  public let plan: String
  public let shards: Int
  public let whole, begun: [Int]
  /// How many from the first on are whole.
  public let prefix: Int

  public init(plan: String, shards: Int, whole: [Int], begun: [Int]) {
    (self.plan, self.shards, self.whole, self.begun) = (plan, shards, whole, begun)
    prefix = zip(whole, 0...).prefix { $0 == $1 }.count
  }

  public var isWhole: Bool { prefix == shards }
}
