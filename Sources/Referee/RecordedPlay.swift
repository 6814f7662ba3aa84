@_spi(Harness) import Coins
@_spi(Harness) import GameKit

/// One game, played with everything written down.
struct RecordedPlay<G: Game> {
  let game: G
  let steps: [Transcript<G.Query, G.Answer>.Step]
  let ending: Ending

  init<A: Adversary>(
    _ game: G, _ adversary: A, budget: Budget<G.Query.Kind>, trial: UInt64, source: CoinSource, tape: RecordedTape
  ) where A.Query == G.Query, A.Answer == G.Answer {
    var oracle = SingleOracle(game, budget: budget, recording: true)
    oracle.restart(coins: source.coins(trial: trial, role: .challenger, tape: tape))
    ending = Ending(adversary, &oracle, source.coins(trial: trial, role: .adversary, tape: tape))
    self.game = oracle.game
    steps = oracle.transcript?.steps ?? []
  }

  /// Asks the recorded queries again and returns the first, counted from 1, after which `event` holds.
  func first(from initial: G, trial: UInt64, source: CoinSource, where event: (G) -> Bool) -> Int? {
    var game = initial
    game.restart(coins: source.coins(trial: trial, role: .challenger))
    for (index, step) in steps.enumerated() {
      _ = game.answer(step.query)
      if event(game) { return index + 1 }
    }
    return nil
  }
}
