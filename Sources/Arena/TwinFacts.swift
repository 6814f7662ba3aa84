/// A planted defect, for people.
public struct TwinFacts: Sendable {
  public let name: String
  /// What is wrong, in one line.
  public let title: String

  public init(_ name: String, _ title: String) { (self.name, self.title) = (name, title) }
}
