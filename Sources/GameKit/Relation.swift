/// Whether the stated relation between the states of two games holds.
public enum Relation: Hashable, Sendable {
  case holds
  /// The name of the part that differs, for example `registered keys`.
  case broken(StaticName)

  /// A name that is known at compile time: comparing it and passing it on costs nothing.
  public struct StaticName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    private let text: StaticString
    public init(stringLiteral text: StaticString) { self.text = text }
    public var description: String { text.description }
    public static func == (a: Self, b: Self) -> Bool { a.description == b.description }
    public func hash(into hasher: inout Hasher) { hasher.combine(description) }
  }
}
