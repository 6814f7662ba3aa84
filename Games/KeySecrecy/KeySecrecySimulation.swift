// Claim: a world in which one service is taken out and another game's oracle put in its place is that world, for whoever plays
// it. So an adversary against key secrecy is an adversary against the service, and what it wins there is the bad event of the
// hop.
public import Coins
public import GameKit
public import Primitives

/// The reduction of a hop: the whole protocol is simulated, one service is somebody else's.
public struct KeySecrecySimulation<Base: Suite, Inner: Game>: Simulation {
  public typealias Query = KeySecrecyQuery
  public typealias Answer = KeySecrecyAnswer
  /// Puts a port to the game that is asked where the services need it.
  typealias Lend = @Sendable (KeySecrecyServices<Base>, Port<Inner.Query, Inner.Answer>) -> Void

  public private(set) var game: KeySecrecyGame<Base>
  private let lend: Lend
  private let budget: Budget<KeySecrecyQuery.Kind>

  /// - Parameter budget: of the simulated game.
  init(
    _ game: KeySecrecyGame<Base>, inner: Inner.Type, budget: Budget<KeySecrecyQuery.Kind> = .unlimited, lend: @escaping Lend
  ) {
    (self.game, self.lend, self.budget) = (game, lend, budget)
    lend(self.game.services, Self.closed)
  }

  /// Between queries nobody answers.
  private static var closed: Port<Inner.Query, Inner.Answer> { Port(ask: { _ in nil }) }

  public mutating func restart(coins: Coins) { game.restart(coins: coins) }

  /// What a query costs inside depends on what has happened: whoever plays is charged for the queries of the simulated game
  /// alone, and what it comes to inside is measured.
  public func budget(within inner: Budget<Inner.Query.Kind>) -> Budget<KeySecrecyQuery.Kind> { budget }

  public mutating func answer(
    _ query: KeySecrecyQuery, asking oracle: inout some Oracle<Inner.Query, Inner.Answer>
  ) throws(Forfeit) -> KeySecrecyAnswer {
    let lent = LentOracle(consume oracle)
    lend(game.services, lent.port)
    let answer = game.answer(query)
    oracle = lent.oracle
    lend(game.services, Self.closed)
    if let forfeit = lent.forfeit { throw forfeit }
    return answer
  }
}
