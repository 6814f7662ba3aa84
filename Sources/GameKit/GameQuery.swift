/// A query of a game. It knows which budget it is charged to; nothing else about it is common to all games.
public protocol GameQuery: Hashable, Codable, Sendable, CustomStringConvertible {
  associatedtype Kind: QueryKind
  var kind: Kind { get }
}
