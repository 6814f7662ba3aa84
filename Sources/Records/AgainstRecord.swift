/// What an adversary has shown in the rows of a table that it plays, beside the table.
public struct AgainstRecord: Encodable, Sendable {
  /// Something that it does not play, and why.
  public struct Row: Encodable, Sendable {
    public let name, why: String

    public init(name: String, why: String) { (self.name, self.why) = (name, why) }
  }

  public let adversary: String
  public let table: HopTableRecord
  public let notPlayed: [Row]

  public init(adversary: String, table: HopTableRecord, notPlayed: [Row]) {
    (self.adversary, self.table, self.notPlayed) = (adversary, table, notPlayed)
  }

  private enum CodingKeys: CodingKey { case adversary, alpha, rows, notPlayed, outcome }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    try members.encode(adversary, forKey: .adversary)
    try members.encode(table.alpha, forKey: .alpha)
    try members.encode(table.rows, forKey: .rows)
    try members.encode(notPlayed, forKey: .notPlayed)
    try members.encode(outcome, forKey: .outcome)
  }

  public var outcome: Outcome {
    table.rows.isEmpty && table.outcome.status == .met ? .inconclusive("`\(adversary)` plays none of the rows") : table.outcome
  }
}

/// A table, with what an adversary has shown beside it.
public struct Beside<Table: Encodable>: Encodable {
  let table: Table
  let against: AgainstRecord?

  public init(table: Table, against: AgainstRecord?) { (self.table, self.against) = (table, against) }

  private enum CodingKeys: CodingKey { case against }

  public func encode(to encoder: any Encoder) throws {
    try table.encode(to: encoder)
    guard let against else { return }
    var members = encoder.container(keyedBy: CodingKeys.self)
    try members.encode(against, forKey: .against)
  }
}
