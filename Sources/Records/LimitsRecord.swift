/// The stopping rule of a run, as it was in force.
public struct LimitsRecord: Hashable, Codable, Sendable {
  public let trials: UInt64
  public let stopsWhenDecided: Bool
  public let width: Double?
  public let seconds: Double?

  public init(trials: UInt64, stopsWhenDecided: Bool, width: Double?, seconds: Double?) {
    (self.trials, self.stopsWhenDecided, self.width, self.seconds) = (trials, stopsWhenDecided, width, seconds)
  }
}
