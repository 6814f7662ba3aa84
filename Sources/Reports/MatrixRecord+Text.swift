public import Records
internal import Words

extension MatrixRecord {
  /// One line a rule: which columns exploit its absence, or why none does.
  public var text: String {
    var out = "scope of the explorer: \(scope.words)\n" + (gamesNote.map { "\($0)\n" } ?? "") + "\n"
    let width = rows.map(\.rule.count).max() ?? 0
    for row in rows {
      out += row.rule + String(repeating: " ", count: width - row.rule.count + 2)
      out += Escape.terminal(row.isExploited ? "exploited by " + exploits(row).joined(separator: ", ") : explanation(row))
      out += "\n"
      let findings = [measured(row), compared(row)].filter { games != nil && !$0.isEmpty }
      if !findings.isEmpty {
        out += String(repeating: " ", count: width + 2) + Escape.terminal("games: " + findings.joined(separator: "; ")) + "\n"
      }
    }
    for row in rows {
      guard let first = row.redundantWith.first else { continue }
      out += "\n--- \(row.rule) left out, \(first.words): its absence \(first.effect) ---\n\(first.attack.text)"
    }
    for name in invalid { out += "INVALID: the scenario \(Escape.terminal(name)) does not hold under the intact policy\n" }
    return out + "\n\(summary)\n"
  }

  public var summary: String {
    let exploited = rows.filter(\.isExploited).count
    let interrupted = interruption.map { "interrupted \($0): " } ?? ""
    return interrupted
      + "\(rows.count) rules: \(exploited) exploited alone, \(rows.count - exploited) redundant given the others, "
      + "\(unexplained.count) of them unexplained; \(searches) searches"
  }

  private func exploits(_ row: Row) -> [String] { zip(columns, row.cells).filter { !$1.isEmpty }.map(\.0) }

  public var markdown: String {
    var out = "| rule left out | properties broken | exploited by | otherwise |"
    if games != nil { out += " advantage in the games | beside the search |" }
    out += "\n|---|---|---|---|" + (games == nil ? "" : "---|---|") + "\n"
    for row in rows {
      let broken = properties.filter { property in row.cells.contains { $0.contains(property) } }.map(\.rawValue)
      out +=
        "| `\(row.rule)` | \(broken.joined(separator: ", ")) | \(Escape.markdown(exploits(row).joined(separator: ", "))) | "
        + "\(Escape.markdown(explanation(row))) |"
      if games != nil { out += " \(Escape.markdown(measured(row))) | \(Escape.markdown(compared(row))) |" }
      out += "\n"
    }
    return out + (gamesNote.map { "\n\($0)\n" } ?? "") + "\n\(summary)\n"
  }

  public var json: String { get throws { try JSON.text(self, status: exitStatus) } }
}
