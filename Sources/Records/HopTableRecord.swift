/// Every hop of the primitives with all its adversaries: one run a row.
public struct HopTableRecord: Codable, Sendable {
  public let format: Int
  /// The error probability of the whole table.
  public let alpha: Double
  public let rows: [RunRecord]
  /// What its hops add up to, with the theorem; nil where they are no way from end to end.
  public let sum: FileBoundRecord?
  public let outcome: Outcome

  /// - Parameter isComplete: false if an interrupt left rows out.
  public init(alpha: Double, rows: [RunRecord], sum: FileBoundRecord? = nil, isComplete: Bool) {
    format = 1
    (self.alpha, self.rows, self.sum) = (alpha, rows, sum)
    outcome = isComplete ? .all(rows.map(\.outcome)) : .interrupted
  }
}
