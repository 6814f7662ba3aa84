/// A game that is won or lost, such as unforgeability: the adversary's final bit does not matter.
public protocol WinnableGame<Query, Answer>: Game {
  /// Whether the winning condition has occurred in this trial.
  var isWon: Bool { get }

  /// At how many places it has been won in this trial: of many keys, under how many. A reduction that plants its one challenge at
  /// a place that it chooses evenly, out of the adversary's sight, wins if the place is among them.
  var placesWon: Int { get }
}

extension WinnableGame {
  public var placesWon: Int { isWon ? 1 : 0 }
}
