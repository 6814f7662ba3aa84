/// What contradicts a claim in the shards of a campaign that are there, judged or not.
public struct FindingsRecord: Codable, Sendable {
  public let format: Int
  /// The hash of the plan.
  public let plan: String
  /// How many shards there are, how many of them are whole, and how many were begun.
  public let shards, whole, begun: Int
  /// How many blocks were read.
  public let blocks: Int
  public let findings: [CampaignRecord.Finding]
  public let outcome: Outcome

  public init(plan: String, shards: Int, whole: Int, begun: Int, blocks: Int, findings: [CampaignRecord.Finding]) {
    format = 1
    (self.plan, self.shards, self.whole, self.begun, self.blocks) = (plan, shards, whole, begun, blocks)
    self.findings = findings
    outcome = findings.isEmpty ? .met : .notMet("\(findings.count) finding\(findings.count == 1 ? "" : "s")")
  }
}
