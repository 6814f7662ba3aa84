public import Coins

/// A cryptographic game: a value that answers queries. Its state is the challenger's; an adversary meets it behind an `Oracle`
/// only.
///
/// The implementer promises: answers depend on the queries and on the coins alone (no clock, no iteration over a `Set` or a
/// `Dictionary`), and `restart` leads back to the initial state, so that one value serves many trials without allocating anew.
/// The caller may copy a game to take a snapshot of the world.
public protocol Game<Query, Answer>: SendableMetatype {
  associatedtype Query: GameQuery
  associatedtype Answer: Hashable & Codable & Sendable & CustomStringConvertible

  /// Begins a trial on the challenger's `coins`.
  mutating func restart(coins: Coins)

  /// Answers one query. A query outside the game's domain is answered by a refusal; it never traps.
  mutating func answer(_ query: Query) -> Answer
}
