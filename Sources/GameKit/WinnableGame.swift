/// A game that is won or lost, such as unforgeability: the adversary's final bit does not matter.
public protocol WinnableGame<Query, Answer>: Game {
  /// Whether the winning condition has occurred in this trial.
  var isWon: Bool { get }
}
