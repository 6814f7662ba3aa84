public import Records

/// A game that the reader plays, and how far it is.
public struct HandState: Sendable {
  public struct Field: Sendable {
    public let name, shape: String
    /// The values that it can have; none where any text may be one.
    public let choices: [String]
    public let isRequired: Bool

    public init(name: String, shape: String, choices: [String], isRequired: Bool) {
      (self.name, self.shape, self.choices, self.isRequired) = (name, shape, choices, isRequired)
    }
  }

  public struct Query: Sendable {
    public let name: String
    public let fields: [Field]
    public init(name: String, fields: [Field]) { (self.name, self.fields) = (name, fields) }
  }

  /// Why something was not asked, and what the form had.
  public struct Fault: Sendable {
    public let query, words: String
    public let field: String?
    public let values: [String: String]

    public init(query: String, field: String?, words: String, values: [String: String]) {
      (self.query, self.field, self.words, self.values) = (query, field, words, values)
    }
  }

  public enum Stage: Sendable {
    /// A trial is under way.
    case asking([Query], references: [String])
    /// It is over.
    case opened(HandRecord.Trial)
  }

  /// The name of the session.
  public let session: String
  public let trial: UInt64
  /// By symbol; nil for what is not limited.
  public let budgets: [(symbol: String, left: Int?)]
  public let rows: [(query: String, answer: String)]
  public let stage: Stage
  /// What the trials of the session have shown; nil before the first has ended.
  public let standing: String?
  public var fault: Fault?

  public init(
    session: String, trial: UInt64, budgets: [(symbol: String, left: Int?)],
    rows: [(query: String, answer: String)], stage: Stage, standing: String?
  ) {
    (self.session, self.trial, self.budgets) = (session, trial, budgets)
    (self.rows, self.stage, self.standing) = (rows, stage, standing)
  }
}
