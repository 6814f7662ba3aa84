/// What a reduction has asked of its target, of the queries that one budget pays for.
public struct WorkRecord: Hashable, Codable, Sendable {
  /// The budget's symbol.
  public let symbol: String
  /// What such a query uses up beside itself.
  public let resource: Resource?
  /// In the trial with most.
  public let most: UInt64
  /// Over the trials.
  public let mean: Double
  /// What it is charged; nil where it is charged nothing.
  public let charge: Charge?

  public init(symbol: String, resource: Resource?, most: UInt64, mean: Double, charge: Charge?) {
    (self.symbol, self.resource, self.most, self.mean, self.charge) = (symbol, resource, most, mean, charge)
  }
}
