/// A game whose outcome is known, played before the run through the same machinery.
public struct CanaryRecord: Hashable, Codable, Sendable {
  public let name: String
  public let expected: String
  public let observed: String

  public var isAlive: Bool { expected == observed }

  public init(name: String, expected: String, observed: String) {
    (self.name, self.expected, self.observed) = (name, expected, observed)
  }
}
