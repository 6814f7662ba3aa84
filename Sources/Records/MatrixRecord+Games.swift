extension MatrixRecord {
  /// How what the games measure without a rule compares with what the search and the scenarios find.
  public enum Comparison: Hashable, Sendable {
    /// Nothing was measured: an interrupt came first, or nobody asked.
    case unknown
    /// No game puts such questions.
    case outside(questions: [String])
    /// Both find an attack.
    case agreed
    /// Neither finds one while all other rules are in force.
    case redundant
    /// Something falls, and it is no key: the game asks about keys alone.
    case noKey([Property])
    /// A key falls where anybody can read wrapped keys, and there only: no suite of the games is such.
    case transparentOnly
    /// Only the games find one.
    case gamesOnly
    /// A key falls in some column, and no adversary of the game finds it.
    case unexplained
  }

  public func comparison(_ row: Row) -> Comparison {
    switch row.games {
    case nil: return .unknown
    case .outside(let questions): return .outside(questions: questions)
    case .measured(let alone, beside: _):
      if alone.isShown { return row.isExploited ? .agreed : .gamesOnly }
      guard row.isExploited else { return .redundant }
      let losing = zip(columns, row.cells).filter { $1.contains(Self.keysSecret) }.map(\.0)
      guard !losing.isEmpty else { return .noKey(properties.filter { property in row.cells.contains { $0.contains(property) } }) }
      return losing.allSatisfy { games?.transparentColumns.contains($0) ?? false } ? .transparentOnly : .unexplained
    }
  }

  private static let keysSecret = Property(rawValue: "keys-secret")
}
