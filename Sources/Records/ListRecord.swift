/// What `list` tells: names with a line of words each, in groups.
public struct ListRecord: Encodable, Sendable {
  /// A name.
  public struct Item: Encodable, Sendable {
    /// Of its section, of its table, and its own; with one line of words.
    public let kind, group, name, title: String
    /// Whether it is listed on request only.
    public let isDerived: Bool

    public init(kind: String, group: String, name: String, title: String, isDerived: Bool) {
      (self.kind, self.group, self.name, self.title, self.isDerived) = (kind, group, name, title, isDerived)
    }

    private enum CodingKeys: CodingKey { case kind, group, name, title }
  }

  /// Each with its items, of which those of a group stand together.
  public let sections: [[Item]]
  /// Whether people are shown what is derived, too; as JSON it is always there.
  public let showsDerived: Bool

  public init(sections: [[Item]], showsDerived: Bool) { (self.sections, self.showsDerived) = (sections, showsDerived) }

  public func encode(to encoder: any Encoder) throws { try sections.flatMap(\.self).encode(to: encoder) }
}
