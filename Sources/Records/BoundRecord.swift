/// The stated bound of a run.
public struct BoundRecord: Hashable, Codable, Sendable {
  /// The bound as mathematics, for example `q_gen·ε_sig`.
  public let expression: String
  /// What the suite's symbols stand for, for example `ε_sig = tries/2^signatureBits`.
  public let definitions: [String]
  /// Its value under the run's parameters; nil when an ε in it is assumed and not known.
  public let value: Double?

  public init(expression: String, definitions: [String], value: Double?) {
    (self.expression, self.definitions, self.value) = (expression, definitions, value)
  }

  /// An unknown value is written as null, not left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(expression, forKey: .expression)
    try container.encode(definitions, forKey: .definitions)
    try container.encode(value, forKey: .value)
  }
}
