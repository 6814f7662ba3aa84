public import Coins

/// One game behind its budget, with an optional transcript. An adversary meets it as an `Oracle` only: the type itself, which can
/// begin a trial anew and shows the challenger, is for what runs games.
@_spi(Harness) public struct SingleOracle<G: Game>: Oracle {
  /// The challenger. Only who judges a trial looks at it.
  public private(set) var game: G
  public private(set) var budget: Budget<G.Query.Kind>
  private let fullBudget: Budget<G.Query.Kind>
  /// What was asked and answered in this trial; nil when it is not recorded.
  public private(set) var transcript: Transcript<G.Query, G.Answer>?
  /// The attack that the adversary named last in this trial.
  public private(set) var credited: String?

  @inlinable
  public init(_ game: G, budget: Budget<G.Query.Kind>, recording: Bool = false) {
    self.init(game: game, budget: budget, transcript: recording ? Transcript() : nil)
  }

  @usableFromInline
  init(game: G, budget: Budget<G.Query.Kind>, transcript: Transcript<G.Query, G.Answer>?) {
    (self.game, self.budget, fullBudget, self.transcript) = (game, budget, budget, transcript)
  }

  /// Begins a trial.
  public mutating func restart(coins: Coins) {
    game.restart(coins: coins)
    budget = fullBudget
    credited = nil
    if transcript != nil { transcript = Transcript() }
  }

  public mutating func ask(_ query: G.Query) throws(Forfeit) -> G.Answer {
    try budget.charge(query.kind)
    let answer = game.answer(query)
    transcript?.append(query, answer)
    return answer
  }

  public mutating func credit(_ attack: String) { credited = attack }
}
