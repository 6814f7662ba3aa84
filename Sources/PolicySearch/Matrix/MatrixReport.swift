public import Scenarios

/// What breaks without each rule: by which scenario, and by a search over all orders of the listed moves.
public struct MatrixReport: Codable, Hashable, Sendable {
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
    public var attack: ScenarioReport

    /// What the absence of the rule does beside the changes.
    var effect: String {
      isSecondWay
        ? "is only a second way to break \(property.rawValue), which that change alone already breaks"
        : "breaks \(property.rawValue)"
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
  public var rows: [Row]
  /// Scenarios that did not hold under the intact policy: with one of these the matrix says nothing.
  public var invalid: [String]
  public var searches: Int
  /// How many rules were changed together at most.
  public var jointSize: Int

  /// How far it came, if it was interrupted.
  public var interruption: String?

  /// Rules without a use, if sets were looked for at all and to the end.
  public var unexplained: [String] { jointSize > 1 && interruption == nil ? rows.filter(\.isUnexplained).map(\.rule) : [] }

  /// Why a row is empty, in words; empty for one that is not.
  public func explanation(_ row: Row) -> String {
    if row.isExploited { return "" }
    let cover = row.coveredBy.map { "; all that it refuses is refused by \($0.joined(separator: ", "))" } ?? ""
    if !row.redundantWith.isEmpty { return "redundant, but " + Self.joined(row.redundantWith) + cover }
    let seen = row.refusals == 0 ? "nothing was ever refused by it" : "what it alone refuses breaks nothing here"
    if interruption != nil { return "not known: interrupted before all sets were looked for\(cover)" }
    if jointSize < 2 { return "redundant given the others: \(seen)\(cover); sets were not looked for" }
    return "UNEXPLAINED: no set found up to size \(jointSize); \(seen)\(cover)"
  }

  /// Sets that give the same attack stand together.
  private static func joined(_ sets: [JointSet]) -> String {
    var groups: [(effect: String, column: String, words: [String])] = []
    for set in sets {
      if let index = groups.firstIndex(where: { $0.effect == set.effect && $0.column == set.columns.joined(separator: ", ") }) {
        groups[index].words.append(set.words)
      } else {
        groups.append((set.effect, set.columns.joined(separator: ", "), [set.words]))
      }
    }
    return groups.map { "\($0.words.joined(separator: ", or ")) its absence \($0.effect) (\($0.column))" }.joined(separator: "; ")
  }
}
