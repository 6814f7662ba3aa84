public import Records
internal import Words

extension AgainstRecord {
  public var text: String { render { $0.text } }
  public var markdown: String { render { $0.markdown } }

  private func render(_ table: (TheoremTable) -> String) -> String {
    var lines = ["", "Against `\(Escape.terminal(adversary))`:", ""]
    if !self.table.rows.isEmpty { lines.append(table(TheoremTable(self.table))) }
    for row in notPlayed { lines.append("- \(row.name): not played by it: \(Escape.terminal(row.why))") }
    if self.table.rows.isEmpty { lines.append(outcome.words ?? "") }
    return lines.joined(separator: "\n") + "\n"
  }
}
