/// A query of a game. It knows which budget it is charged to; nothing else about it is common to all games.
public protocol GameQuery: Hashable, Codable, Sendable, CustomStringConvertible {
  associatedtype Kind: QueryKind
  var kind: Kind { get }
}

/// The budgets of a game, numbered from zero. Queries that share a budget (such as `hash` and `check`) share a kind.
public protocol QueryKind: CaseIterable, RawRepresentable<Int>, Sendable {
  /// The budget's symbol in the bound, for example `q_sig`.
  var symbol: String { get }
}
