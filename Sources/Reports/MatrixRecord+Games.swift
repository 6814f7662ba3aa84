internal import Records

extension MatrixRecord {
  /// The advantage without a rule, and who has it.
  func measured(_ row: Row) -> String {
    guard case .measured(let alone, beside: _) = row.games else { return "" }
    return Self.words(alone)
  }

  /// How that fits what the search finds.
  func compared(_ row: Row) -> String {
    switch comparison(row) {
    case .unknown: return interruption == nil ? "" : "not known: interrupted"
    case .outside(let questions): return "not in the games, which never ask: \(questions.joined(separator: ", "))"
    case .agreed: return "the search agrees"
    case .redundant: return (["the search agrees: nothing alone"] + pairs(row)).joined(separator: "; ")
    case .noKey(let properties):
      return "what falls is \(properties.map(\.rawValue).joined(separator: ", ")): no key is lost, and the game asks about keys"
    case .transparentOnly: return "a key is lost only where anybody can read wrapped keys, and no suite of the games is such"
    case .gamesOnly: return "only the games find it"
    case .unexplained: return "UNEXPLAINED: the search finds a key that is lost, and no adversary of the game"
    }
  }

  private func pairs(_ row: Row) -> [String] {
    guard case .measured(_, let pairs) = row.games else { return [] }
    return pairs.map { pair in
      let set = pair.with.changes.map(\.words).joined(separator: " and ")
      return "\(set): \(Self.words(pair.without)), and with the rule \(Self.words(pair.with))"
        + (pair.without.isShown || pair.with.isShown ? "" : ": no key is lost")
    }
  }

  private static func words(_ measure: GameMeasure) -> String {
    let interval = Number.interval(measure.advantage.lower, measure.advantage.upper)
    return measure.isShown
      ? "\(Number.text(measure.advantage.estimate)) in \(interval) by \(measure.adversary)"
        + (measure.game == keySecrecy ? "" : " against \(measure.game)")
      : "0 in \(interval), best of \(measure.tried) adversaries"
  }

  private static let keySecrecy = "key-secrecy"

  /// What the columns of the games stand for.
  var gamesNote: String? {
    games.map { games in
      "games: \(Self.keySecrecy) if no other is named, on \(games.suite), "
        + "\(games.trials) trials a measure, on coins that found no adversary"
    }
  }
}
