/// One step of a scenario, and what is expected of it.
public struct Step: Hashable, Sendable {
  public var command: Command
  public var expected: Expectation
  /// Under the twin's policy; nil stands for the natural one (`expected(under:)`).
  public var expectedOfTwin: Expectation?

  public init(_ command: Command, expected: Expectation = .accepted, expectedOfTwin: Expectation? = nil) {
    self.command = command
    self.expected = expected
    self.expectedOfTwin = expectedOfTwin
  }

  public enum Expectation: Hashable, Sendable, CustomStringConvertible {
    case accepted
    /// Refused by the rule with this identifier.
    case refused(String)
    /// It cannot be done at all, most often because an earlier step was refused.
    case impossible

    public var description: String {
      switch self {
      case .accepted: "accepted"
      case .refused(let rule): "refused by \(rule)"
      case .impossible: "impossible"
      }
    }
  }

  /// A step that a left-out or weakened rule refused, and one that it made impossible, is accepted without it, unless the step
  /// says otherwise.
  public func expected(under twin: Twin) -> Expectation {
    if let expectedOfTwin { return expectedOfTwin }
    if case .refused(let rule) = expected, !twin.changed.contains(rule) { return expected }
    return .accepted
  }
}
