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
  /// The exact probability of an alarm, by dynamic programming over all paths; nil where it is not known.
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

  public enum Finding: String, Sendable {
    case asExpected = "yes"
    case unexpected = "NO"
    /// So few campaigns do not tell a control, which raises too many alarms, from a procedure that does not.
    case tooFew = "too few"
  }

  /// Whether the alarms fit what is known, with five standard deviations of room for the simulation: as many as the exact law
  /// says, and, unless it is a control, no more than α.
  public var finding: Finding {
    func room(_ p: Double) -> Double { 5 * (p * (1 - p) / Double(campaigns)).squareRoot() }
    if let exact, abs(rate - exact) > room(exact) { return .unexpected }
    if !isControl { return rate <= alpha + room(alpha) ? .asExpected : .unexpected }
    if rate > alpha + room(alpha) { return .asExpected }
    guard let exact else { return campaigns < 1_000 ? .tooFew : .unexpected }
    return exact - room(exact) <= alpha + room(alpha) ? .tooFew : .unexpected
  }
}
