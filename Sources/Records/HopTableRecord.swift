/// Every hop of the primitives with all its adversaries: one run a row.
public struct HopTableRecord: Codable, Sendable {
  public let format: Int
  /// The error probability of the whole table.
  public let alpha: Double
  public let rows: [RunRecord]
  public let outcome: Outcome

  /// - Parameter isComplete: false if an interrupt left rows out.
  public init(alpha: Double, rows: [RunRecord], isComplete: Bool) {
    format = 1
    (self.alpha, self.rows) = (alpha, rows)
    outcome = isComplete ? .all(rows.map(\.outcome)) : .interrupted
  }
}
