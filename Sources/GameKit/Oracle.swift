/// All that an adversary sees of a game.
public protocol Oracle<Query, Answer> {
  associatedtype Query: GameQuery
  associatedtype Answer

  /// What is left of the budget.
  var budget: Budget<Query.Kind> { get }

  /// Asks one query, and pays for it.
  /// - Throws: a forfeit when the budget of its kind is used up; the adversary passes it on.
  mutating func ask(_ query: Query) throws(Forfeit) -> Answer
}
