@_spi(Harness) import Coins
@_spi(Harness) import GameKit

/// One game, played with its first queries written down.
struct RecordedPlay<G: Game> {
  private let oracle: WatchedOracle<G>
  let ending: Ending

  var game: G { oracle.oracle.game }
  /// As many as were asked for.
  var steps: [WatchedOracle<G>.Step] { oracle.steps }
  /// All queries, also those that are not among the steps.
  var count: Int { oracle.count }
  /// The first query, counted from 1, after which the event held.
  var eventAt: Int? { oracle.eventAt }

  init<A: Adversary>(
    _ game: G, _ adversary: A, budget: Budget<G.Query.Kind>, trial: UInt64, source: CoinSource,
    tape: RecordedTape = RecordedTape(mostSteps: 0), mostSteps: Int = 0,
    event: @escaping (G) -> Bool = { _ in false }
  ) where A.Query == G.Query, A.Answer == G.Answer {
    var oracle = WatchedOracle(oracle: SingleOracle(game, budget: budget), mostSteps: mostSteps, event: event)
    oracle.oracle.restart(coins: source.coins(trial: trial, role: .challenger, tape: tape))
    ending = Ending(adversary, &oracle, source.coins(trial: trial, role: .adversary, tape: tape))
    self.oracle = oracle
  }
}

/// A game that is watched while an adversary plays it.
struct WatchedOracle<G: Game>: Oracle {
  struct Step {
    let query: G.Query
    let answer: G.Answer
  }

  var oracle: SingleOracle<G>
  let mostSteps: Int
  let event: (G) -> Bool
  private(set) var steps: [Step] = []
  private(set) var count = 0
  private(set) var eventAt: Int?

  init(oracle: SingleOracle<G>, mostSteps: Int, event: @escaping (G) -> Bool) {
    (self.oracle, self.mostSteps, self.event) = (oracle, mostSteps, event)
  }

  var budget: Budget<G.Query.Kind> { oracle.budget }

  mutating func ask(_ query: G.Query) throws(Forfeit) -> G.Answer {
    let answer = try oracle.ask(query)
    count += 1
    if steps.count < mostSteps { steps.append(Step(query: query, answer: answer)) }
    if eventAt == nil, event(oracle.game) { eventAt = count }
    return answer
  }

  mutating func credit(_ attack: String) { oracle.credit(attack) }
}
