public import GameKit

/// What one trial in one world showed.
public struct WorldPlay {
  /// What the adversary saw and said, in a form that can be compared.
  public let view: AnyHashable
  public let ending: Ending
  /// Whether the bad event occurred, or the game was won.
  public let isBad: Bool
}
