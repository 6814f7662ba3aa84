/// The ledger of the published files: ours beside each oracle and statement, and what playing both showed.
public struct ConformanceRecord: Codable, Sendable {
  public struct Row: Codable, Sendable {
    public let file: String
    public let kind: String
    public let name: String
    public let ours: String
    public let standing: ConformanceStanding
    /// Why ours is as it is, where no query shows it.
    public let why: String?
    public let said: String?
    /// Where the games part.
    public let partings: [Parting]
    /// What held the row: comparisons and hops.
    public let held: [String]
    public let outcome: Outcome

    public init(
      file: String, kind: String, name: String, ours: String, standing: ConformanceStanding, why: String?, said: String?,
      partings: [Parting], held: [String], outcome: Outcome
    ) {
      (self.file, self.kind, self.name, self.ours, self.standing) = (file, kind, name, ours, standing)
      (self.why, self.said, self.partings, self.held, self.outcome) = (why, said, partings, held, outcome)
    }
  }

  /// A way in which a game of ours and the published one part, with the first query that shows it.
  public struct Parting: Codable, Sendable {
    public let comparison: String
    public let query: String
    public let difference: String
    public let times: Int
    @ExactNumber public private(set) var trial: UInt64
    /// The number of the query in its trial, from 1.
    public let number: Int
    public let asked: String
    public let ours: String
    public let published: String

    public init(
      comparison: String, query: String, difference: String, times: Int, trial: UInt64, number: Int, asked: String, ours: String,
      published: String
    ) {
      (self.comparison, self.query, self.difference, self.times) = (comparison, query, difference, times)
      (self.trial, self.number, self.asked, self.ours, self.published) = (trial, number, asked, ours, published)
    }
  }

  /// A way to part, in words.
  public struct Difference: Codable, Sendable {
    public let name: String
    public let words: String
    public let why: String
    public let said: String

    public init(name: String, words: String, why: String, said: String) {
      (self.name, self.words, self.why, self.said) = (name, words, why, said)
    }
  }

  public let format: Int
  /// The commit of the published files.
  public let commit: String
  @ExactNumber public private(set) var seed: UInt64
  @ExactNumber public private(set) var trials: UInt64
  /// The mistake that was planted in the published games.
  public let twin: String?
  public let rows: [Row]
  public let differences: [Difference]
  public let outcome: Outcome

  public init(commit: String, seed: UInt64, trials: UInt64, twin: String?, rows: [Row], differences: [Difference]) {
    format = 1
    (self.commit, self.seed, self.trials, self.twin) = (commit, seed, trials, twin)
    (self.rows, self.differences) = (rows, differences)
    let open = Outcome.all(rows.map(\.outcome)).status
    let failed = rows.filter { $0.outcome.status == open }.map { "\($0.file) \($0.name)" }
    let why = "\(failed.count) of \(rows.count) rows: \(failed.joined(separator: ", "))"
    outcome = open == .met ? .met : open == .notMet ? .notMet(why) : .inconclusive(why)
  }
}

/// How ours stands to what is published.
public enum ConformanceStanding: String, Codable, CaseIterable, Sendable {
  /// In every query that was played.
  case same
  /// An as-published twin parts from ours in the named ways and in no other.
  case twin = "as-published twin"
  case different = "different on purpose"
  case assumed
  /// A step of the published proof alone.
  case proof = "proof only"
}
