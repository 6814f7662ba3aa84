/// A game whose outcome is known, played before the run through the same machinery.
public struct CanaryRecord: Hashable, Codable, Sendable {
  public let name: String
  public let expected: Verdict.Kind
  public let observed: Verdict.Kind

  public var isAlive: Bool { expected == observed }

  public init(name: String, expected: Verdict.Kind, observed: Verdict.Kind) {
    (self.name, self.expected, self.observed) = (name, expected, observed)
  }
}
