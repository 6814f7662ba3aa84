/// How likely the quorum assumption is to fail, for every n.
public struct QuorumRecord: Encodable, Sendable {
  public struct Row: Encodable, Sendable {
    public let quorum: Int
    public let failure: Double
    /// Nil for probability 0.
    public let log10Failure: Double?
    public let log10Complement: Double?
    public let spare: Int

    public init(quorum: Int, failure: Double, log10Failure: Double?, log10Complement: Double?, spare: Int) {
      (self.quorum, self.failure, self.spare) = (quorum, failure, spare)
      (self.log10Failure, self.log10Complement) = (log10Failure, log10Complement)
    }
  }

  let kind = "quorum", name = "quorum"
  public let operators: Int
  /// That an operator is dishonest.
  public let probability: Double
  /// The n that was asked for.
  public let chosen: Int?
  public let rows: [Row]

  public init(operators: Int, probability: Double, chosen: Int?, rows: [Row]) {
    (self.operators, self.probability, self.chosen, self.rows) = (operators, probability, chosen, rows)
  }
}
