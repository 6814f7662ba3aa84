/// How far a search is.
public struct SearchProgress: Sendable {
  /// Those that it has been through.
  public var states = 0
  /// How many more it has found, and not been through.
  public var frontier = 0
  public var transitions = 0
  public var depth = 0
  /// Since it began.
  public var elapsed = Duration.zero
}
