public import Records
internal import Words

extension Page {
  /// A move that could come next.
  public struct Move: Sendable {
    /// A sentence each.
    public let words: [String]
    /// What the trusts list that are new in it.
    public let trusts: [String]
    public let broken: [Property]

    public init(words: [String], trusts: [String], broken: [Property]) {
      (self.words, self.trusts, self.broken) = (words, trusts, broken)
    }
  }

  /// What a rule refuses.
  public struct Refused: Sendable {
    public let rule: String
    public let count: Int
    public let examples: [String]

    public init(rule: String, count: Int, examples: [String]) {
      (self.rule, self.count, self.examples) = (rule, count, examples)
    }
  }

  /// One part of a scope.
  public struct ScopeField: Sendable {
    public enum Value: Sendable {
      case number(Int, ClosedRange<Int>)
      case text(String)
      case flag(isSet: Bool)
    }

    public let name, meaning: String
    public let value: Value

    public init(name: String, meaning: String, value: Value) { (self.name, self.meaning, self.value) = (name, meaning, value) }
  }

  /// A search of all orders of the moves.
  public struct Search: Sendable {
    public struct Ended: Sendable {
      public let record: ExplorationRecord
      public let seconds: Double
      /// Nil if it went to its end.
      public let cut: PlayState.Cut?

      public init(_ record: ExplorationRecord, seconds: Double, cut: PlayState.Cut?) {
        (self.record, self.seconds, self.cut) = (record, seconds, cut)
      }
    }

    public let run: Standing<SearchStanding, Ended>
    /// Why the last one came to nothing; nil if it did not.
    public let failure: String?
    public let expectedStates: Int
    public let mostStates: Int
    public let mostSeconds: Int64
    /// What does the same in a shell.
    public let command: String

    public init(
      run: Standing<SearchStanding, Ended>, failure: String?, expectedStates: Int, mostStates: Int, mostSeconds: Int64,
      command: String
    ) {
      (self.run, self.failure, self.expectedStates) = (run, failure, expectedStates)
      (self.mostStates, self.mostSeconds, self.command) = (mostStates, mostSeconds, command)
    }
  }

  /// A state of the search whose moves a reader chooses.
  public struct SearchState: Sendable {
    /// In words.
    public let scope: String
    /// The scenario and the step after which it was begun; nil where it was with nothing.
    public let beginning: String?
    public let parts: [ScopeField]
    /// The scope as an address has it; what is not there is as by default.
    public let fields: [(name: String, value: String)]
    /// The numbers of the moves that were chosen.
    public let path: [Int]
    /// What they come to; nil before the first.
    public let record: ScenarioRecord?
    public let policy: PolicySelection
    public let moves: [Move]
    public let refused: [Refused]
    public let rules: [Rule]
    public let search: Search

    public init(
      scope: String, beginning: String?, parts: [ScopeField], fields: [(name: String, value: String)], path: [Int],
      record: ScenarioRecord?, policy: PolicySelection, moves: [Move], refused: [Refused], rules: [Rule], search: Search
    ) {
      (self.scope, self.beginning, self.parts, self.fields, self.path) = (scope, beginning, parts, fields, path)
      (self.record, self.policy, self.moves, self.refused) = (record, policy, moves, refused)
      (self.rules, self.search) = (rules, search)
    }

    /// What stands in the address of a state after these moves.
    func fields(_ path: [Int], under policy: PolicySelection) -> [(name: String, value: String)] {
      Links.fields(after: path, fields, under: policy)
    }

    /// The address of a state under this policy.
    func address(_ path: [Int], ending: String = "") -> String {
      Links.moves(after: path, fields, under: policy, ending: ending)
    }
  }
}
