/// How often a statistical procedure raised an alarm that it should not have raised, over many simulated campaigns.
public struct ErrorRateRecord: Hashable, Codable, Sendable {
  public let procedure: String
  public let truth: Double
  /// The error probability that the procedure promises.
  public let alpha: Double
  public let campaigns: Int
  /// Most trials of a campaign; the procedure looks after every one of them.
  public let horizon: Int
  public let alarms: Int
  /// The exact probability of an alarm, by dynamic programming over all paths; nil if trials were played and not simulated.
  public let exact: Double?
  /// Whether the procedure is sound, or a control that must be seen to fail.
  public let isControl: Bool

  public init(
    procedure: String, truth: Double, alpha: Double, campaigns: Int, horizon: Int, alarms: Int, exact: Double?, isControl: Bool
  ) {
    (self.procedure, self.truth, self.alpha, self.campaigns) = (procedure, truth, alpha, campaigns)
    (self.horizon, self.alarms, self.exact, self.isControl) = (horizon, alarms, exact, isControl)
  }

  public var rate: Double { Double(alarms) / Double(campaigns) }

  /// Whether the alarms fit what is known: a sound procedure stays below α (with five standard deviations of room for the
  /// simulation), a control exceeds it.
  public var isAsExpected: Bool {
    let room = 5 * (alpha * (1 - alpha) / Double(campaigns)).squareRoot()
    return isControl ? rate > alpha + room : rate <= alpha + room
  }
}
