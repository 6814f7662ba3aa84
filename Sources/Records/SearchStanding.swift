/// How far a search is, for whoever waits for it.
public struct SearchStanding: Sendable {
  /// Those that it has been through, and those on its frontier: found, and not been through.
  public let states, frontier: Int
  public let transitions, depth: Int
  /// Since it began.
  public let seconds: Double

  public init(states: Int, frontier: Int, transitions: Int, depth: Int, seconds: Double) {
    (self.states, self.frontier, self.transitions, self.depth, self.seconds) = (states, frontier, transitions, depth, seconds)
  }

  public var statesPerSecond: Double { seconds > 0 ? Double(states) / seconds : 0 }
}
