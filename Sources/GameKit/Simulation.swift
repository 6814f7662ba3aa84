public import Coins

/// The heart of most reductions: it answers the queries of one game by asking another.
///
/// Written once, it is used twice: around an adversary it is a reduction (`SimulatingReduction`), around a game it is a game
/// again (`SimulatedGame`), so that "this world *is* that world under the reduction" can be checked trial by trial.
public protocol Simulation: SendableMetatype {
  associatedtype Query: GameQuery
  associatedtype Answer: Hashable & Codable & Sendable & CustomStringConvertible
  /// The game that is asked.
  associatedtype Inner: Game

  /// Begins a trial. The simulation's own draws come from `coins`.
  mutating func restart(coins: Coins)

  /// The simulated game's budget that `inner` pays for.
  func budget(within inner: Budget<Inner.Query.Kind>) -> Budget<Query.Kind>

  /// Answers one query.
  /// - Throws: what `oracle` throws, and nothing of its own.
  mutating func answer(
    _ query: Query, asking oracle: inout some Oracle<Inner.Query, Inner.Answer>
  ) throws(Forfeit) -> Answer

  /// What the reduction says when its adversary has said `bit`.
  func output(for bit: Bool) -> Bool
}

extension Simulation {
  public func output(for bit: Bool) -> Bool { bit }
}
