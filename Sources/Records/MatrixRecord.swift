/// What breaks without each rule: by which scenario, and by a search over all orders of the listed moves.
public struct MatrixRecord: Codable, Hashable, Sendable {
  public static let formatVersion = 3

  /// Other changes beside which the absence of a rule lets an attack through that they alone do not.
  public struct JointSet: Codable, Hashable, Sendable {
    public var changes: [PolicyChange]
    /// The first scenario that succeeds, and the search if it finds an attack.
    public var columns: [String]
    /// What falls that holds while the rule is in force.
    public var property: Property
    /// Whether the changes alone already break this property, in another way: the rule is then not what it depends on.
    public var isSecondWay: Bool
    /// The run, as played on the report's suite.
    public var attack: ScenarioRecord

    public init(
      changes: [PolicyChange], columns: [String], property: Property, isSecondWay: Bool, attack: ScenarioRecord
    ) {
      (self.changes, self.columns, self.property) = (changes, columns, property)
      (self.isSecondWay, self.attack) = (isSecondWay, attack)
    }

    public var words: String { changes.map(\.words).joined(separator: " and ") }
  }

  public struct Row: Codable, Hashable, Sendable {
    public var rule: String
    public var words: String
    /// By column: the properties broken without this one rule.
    public var cells: [[Property]]
    /// For a rule without which nothing breaks: the smallest sets found of changes beside which its absence matters.
    public var redundantWith: [JointSet]
    /// Other rules that together refuse everything this one was seen to refuse; nil if some question is refused by this one
    /// alone.
    public var coveredBy: [String]?
    /// How many kinds of questions it was seen to refuse, told apart by who else refuses them.
    public var refusals: Int
    /// What the games measure, if they were asked.
    public var games: GameFinding?

    public init(rule: String, words: String, cells: [[Property]], coveredBy: [String]?, refusals: Int) {
      (self.rule, self.words, self.cells, self.coveredBy, self.refusals) = (rule, words, cells, coveredBy, refusals)
      redundantWith = []
    }

    public var isExploited: Bool { cells.contains { !$0.isEmpty } }
    /// Whether nobody found out what it is for.
    public var isUnexplained: Bool { !isExploited && redundantWith.isEmpty }
  }

  public var format = Self.formatVersion
  public var scope: ExplorationScope
  /// Where sets of rules were searched for.
  public var jointScope: ExplorationScope
  public var suite: String
  public var columns: [String]
  /// All that could fall, in their order.
  public var properties: [Property]
  public var rows: [Row]
  /// Scenarios that did not hold under the intact policy: with one of these the matrix says nothing.
  public var invalid: [String]
  public var searches: Int
  /// How many rules were changed together at most.
  public var jointSize: Int

  /// Where and how the games were asked, if they were.
  public var games: Games?

  public struct Games: Codable, Hashable, Sendable {
    public var suite: String
    public var trials: UInt64
    /// The columns in which anybody can read wrapped keys: no suite of the games is such.
    public var transparentColumns: [String]

    public init(suite: String, trials: UInt64, transparentColumns: [String]) {
      (self.suite, self.trials, self.transparentColumns) = (suite, trials, transparentColumns)
    }
  }

  /// How far it came, if it was interrupted.
  public var interruption: String?

  /// Rules without a use, if sets were looked for at all and to the end; and those about which the games say what the search does
  /// not explain.
  public var unexplained: [String] {
    jointSize > 1 && interruption == nil
      ? rows.filter { $0.isUnexplained || comparison($0) == .unexplained }.map(\.rule) : []
  }

  public var exitStatus: RunStatus {
    if interruption != nil { return .interrupted }
    return invalid.isEmpty && unexplained.isEmpty ? .met : .notMet
  }

  public init(
    scope: ExplorationScope, jointScope: ExplorationScope, suite: String, columns: [String], properties: [Property],
    jointSize: Int
  ) {
    (self.scope, self.jointScope, self.suite, self.columns) = (scope, jointScope, suite, columns)
    (self.properties, self.jointSize) = (properties, jointSize)
    (rows, invalid, searches) = ([], [], 0)
  }
}
