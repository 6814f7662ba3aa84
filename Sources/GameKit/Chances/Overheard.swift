public import Coins

/// A game inside another one, whose queries and answers are written down for a ledger beside that one.
public struct Overheard<G: Game>: Game {
  public private(set) var game: G
  public let journal = Journal<(G.Query, G.Answer)>()

  public init(_ game: G) { self.game = game }

  public mutating func restart(coins: Coins) { game.restart(coins: coins) }

  public mutating func answer(_ query: G.Query) -> G.Answer {
    let answer = game.answer(query)
    journal.note((query, answer))
    return answer
  }
}
