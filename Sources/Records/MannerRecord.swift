/// The manners of an adversary in another language.
public struct MannerRecord: Codable, Sendable {
  /// Something that was looked at in how a command plays, and what was found.
  public struct Finding: Codable, Hashable, Sendable {
    public enum Outcome: String, Codable, Sendable {
      case met
      case notMet = "not-met"
      /// It could not be looked at.
      case notTried = "not-tried"
    }

    public let manner: Manner
    public let outcome: Outcome
    /// Why it is not met, or was not tried.
    public let reason: String?

    public init(_ manner: Manner, _ outcome: Outcome, _ reason: String? = nil) {
      (self.manner, self.outcome, self.reason) = (manner, outcome, reason)
    }
  }

  public let command, confinement, game, suite: String
  public let trials: Int
  public let findings: [Finding]

  public init(command: String, confinement: String, game: String, suite: String, trials: Int, findings: [Finding]) {
    (self.command, self.confinement, self.game, self.suite) = (command, confinement, game, suite)
    (self.trials, self.findings) = (trials, findings)
  }

  public var status: RunStatus { findings.contains { $0.outcome == .notMet } ? .notMet : .met }
}
