/// One step of a game-hopping proof: two games with the same queries and answers, and the claim that relates them.
///
/// What only people read of it (lemma, claim in words, bound) are its `HopFacts`, in the same file.
public protocol Hop<Query, Answer>: Sendable {
  associatedtype Query
  associatedtype Answer
  associatedtype Left: Game<Query, Answer>
  associatedtype Right: Game<Query, Answer>

  /// The left game, before its first trial.
  var left: Left { get }
  /// The right game, before its first trial.
  var right: Right { get }

  /// Whether the bad event has occurred in the left game. A perfect hop has none, and returns `false`.
  func isBad(_ left: borrowing Left) -> Bool

  /// At how many places it has occurred, as `WinnableGame.placesWon` of a game.
  func badPlaces(_ left: borrowing Left) -> Int

  /// Compares the two states after a query to which both games gave the same answer.
  func relation(_ left: borrowing Left, _ right: borrowing Right) -> Relation
}

extension Hop {
  public func badPlaces(_ left: borrowing Left) -> Int { isBad(left) ? 1 : 0 }
}
