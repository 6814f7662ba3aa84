/// A game that says how far its adversary has come: whoever wins has passed every level before.
///
/// The implementer promises that a level only grows within a trial, and that the last one is reached just where the game is won.
/// Nothing else hangs on the choice of levels: with bad ones an estimate by splitting is as right, and takes longer.
public protocol LevelledGame: WinnableGame {
  /// The last level: that of a game that is won. At least 1.
  var levels: Int { get }
  /// The level that is reached in this trial, 0 … `levels`.
  var level: Int { get }
}
