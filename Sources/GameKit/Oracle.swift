/// All that an adversary sees of a game.
public protocol Oracle<Query, Answer> {
  associatedtype Query: GameQuery
  associatedtype Answer

  /// What is left of the budget.
  var budget: Budget<Query.Kind> { get }

  /// Asks one query, and pays for it.
  /// - Throws: a forfeit when the budget of its kind is used up; the adversary passes it on.
  mutating func ask(_ query: Query) throws(Forfeit) -> Answer

  /// Says which of its attacks an adversary with several goes on with. The referee credits the last one named with what the trial
  /// shows; no game hears of it.
  mutating func credit(_ attack: String)
}

extension Oracle {
  public mutating func credit(_ attack: String) {}
}
