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
}
