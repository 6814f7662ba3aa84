/// The trial-by-trial check of a hop.
public struct LockstepRecord: Hashable, Codable, Sendable {
  /// Trials that were played in both worlds on the same coins; 0 where there is one world or the coins are independent.
  public let trials: UInt64
  public let violations: UInt64
  /// The first violation in words, and the token that replays it.
  public let first: String?
  public let replay: String?

  public init(trials: UInt64, violations: UInt64, first: String?, replay: String?) {
    (self.trials, self.violations, self.first, self.replay) = (trials, violations, first, replay)
  }
}
