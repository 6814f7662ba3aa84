internal import Words

/// The pseudocode of a game or a hop.
public struct ListingRecord: Encodable, Sendable {
  /// What a section shows.
  public enum Role: String, Encodable, CaseIterable, Sendable {
    case left, right
    /// The only world of a game that is won or lost.
    case game
    /// The box in the wire: it answers the adversary's queries and asks its own challenger.
    case reduction
  }

  public struct Section: Encodable, Sendable {
    public let role: Role
    /// The Swift type of the queries that it answers.
    public let queries: String
    /// The Swift type.
    public let type: String
    public let lines: [String]

    public init(role: Role, queries: String, type: String, lines: [String]) {
      (self.role, self.queries, self.type, self.lines) = (role, queries, type, lines)
    }
  }

  /// A line of two worlds beside each other: of both, or of one.
  public struct Line: Encodable, Hashable, Sendable {
    public let text: String
    /// The only world that has it; nil if both do.
    public let only: Role?

    public init(text: String, only: Role?) { (self.text, self.only) = (text, only) }
  }

  public let kind = "listing"
  public let name: String
  public let sections: [Section]
  /// Both worlds as one text.
  public let lines: [Line]

  public init(name: String, sections: [Section], lines: [Line]) {
    (self.name, self.sections, self.lines) = (name, sections, lines)
  }

  /// The types of the queries that its sections answer, each once.
  public var queries: [String] { sections.map(\.queries).eachOnce }

  public subscript(role: Role) -> Section? { sections.first { $0.role == role } }
}
