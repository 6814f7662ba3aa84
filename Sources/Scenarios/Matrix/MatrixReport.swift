/// What breaks without each rule: by which scenario, and by a complete search.
public struct MatrixReport: Codable, Hashable, Sendable {
  public static let formatVersion = 1

  public struct Row: Codable, Hashable, Sendable {
    public var rule: String
    public var words: String
    /// By column: the properties broken without this one rule.
    public var cells: [[Property]]
    /// For a rule without which nothing breaks: the smallest sets of other rules whose absence makes its own absence matter.
    public var redundantWith: [[String]]
    /// Other rules that together refuse everything this one was seen to refuse; nil if some question is refused by this one alone.
    public var coveredBy: [String]?
    /// How many questions it was seen to refuse.
    public var refusals: Int

    public var isExploited: Bool { cells.contains { !$0.isEmpty } }

    /// Why the row is empty, in words.
    public var explanation: String {
      if isExploited { return "" }
      if !redundantWith.isEmpty {
        return "redundant, unless one leaves out " + redundantWith.map { $0.joined(separator: " and ") }.joined(separator: "; or ")
      }
      if refusals == 0 { return "redundant: in this scope nothing reaches it" }
      if let coveredBy { return "redundant: all that it refuses is refused by \(coveredBy.joined(separator: ", "))" }
      return "redundant: what it alone refuses breaks no property in this scope"
    }
  }

  public var format = Self.formatVersion
  public var scope: ExplorationScope
  public var suite: String
  public var columns: [String]
  public var rows: [Row]
  /// Scenarios that did not hold under the intact policy: with one of these the matrix says nothing.
  public var invalid: [String]
  public var searches: Int
  /// How many rules were left out together at most.
  public var jointSize: Int
}
