/// What a reduction says that it asks of its target, of the queries that one budget pays for: what ε is stated at.
public struct Charge: Hashable, Codable, Sendable {
  /// The budget's symbol, for example `q_ver`.
  public let symbol: String
  /// In no trial more.
  public let atMost: UInt64
  /// Over all coins; nil where nothing less is said than at most.
  public let onAverage: Double?

  public init(_ symbol: String, atMost: Int, onAverage: Double? = nil) {
    (self.symbol, self.atMost, self.onAverage) = (symbol, UInt64(atMost), onAverage)
  }
}
