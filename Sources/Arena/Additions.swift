/// What a package of its own brings: games and hops, and attacks on those that are there.
public struct Additions: Sendable {
  /// The package, as its tokens name it.
  public let origin: String
  /// The origin of a file that the command line compiles and plays by itself.
  public static let tried = "try"
  let entries: [Entry]
  let attacks: [OutsideAttack]
  let twins: [TwinFacts]

  /// - Parameters:
  ///   - origin: letters, digits, dots, hyphens and underscores; a replay token of an outside entry ends its name with it.
  ///   - twins: what the planted defects of the entries are, for people.
  public init(from origin: String, entries: [Entry] = [], attacks: [OutsideAttack] = [], twins: [TwinFacts] = []) {
    (self.origin, self.entries, self.attacks, self.twins) = (origin, entries, attacks, twins)
  }
}

/// An attack on games or hops of another package: of the catalogue, say the whole protocol.
public struct OutsideAttack: Sendable {
  let facts: AttackFacts
  let row: any Sendable
  let entries: [String]

  /// - Parameter entries: the names of the games and hops that it plays.
  public init<S: Stage>(_ attack: Attack<S>, on entries: [String]) {
    (facts, row, self.entries) = (attack.facts, attack, entries)
  }
}
