public import Records

extension MatrixRecord.JointSet {
  /// What the absence of the rule does beside the changes.
  var effect: String {
    isSecondWay
      ? "is only a second way to break \(property.rawValue), which that change alone already breaks"
      : "breaks \(property.rawValue)"
  }
}

extension MatrixRecord {
  /// Why a row is empty, in words; empty for one that is not.
  public func explanation(_ row: Row) -> String {
    if row.isExploited { return "" }
    let cover = row.coveredBy.map { "; all that it refuses is refused by \($0.joined(separator: ", "))" } ?? ""
    if !row.redundantWith.isEmpty { return "redundant, but " + Self.joined(row.redundantWith) + cover }
    let seen = row.refusals == 0 ? "nothing was ever refused by it" : "what it alone refuses breaks nothing here"
    if interruption != nil { return "not known: interrupted before all sets were looked for\(cover)" }
    if jointSize < 2 { return "redundant given the others: \(seen)\(cover); sets were not looked for" }
    return "UNEXPLAINED: no set found up to size \(jointSize); \(seen)\(cover)"
  }

  /// Sets that give the same attack stand together.
  private static func joined(_ sets: [JointSet]) -> String {
    var groups: [(effect: String, column: String, words: [String])] = []
    for set in sets {
      if let index = groups.firstIndex(where: { $0.effect == set.effect && $0.column == set.columns.joined(separator: ", ") }) {
        groups[index].words.append(set.words)
      } else {
        groups.append((set.effect, set.columns.joined(separator: ", "), [set.words]))
      }
    }
    return groups.map { "\($0.words.joined(separator: ", or ")) its absence \($0.effect) (\($0.column))" }.joined(separator: "; ")
  }
}
