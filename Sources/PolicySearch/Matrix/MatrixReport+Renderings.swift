import Scenarios
public import Records
import Words

extension MatrixReport {
  /// One line a rule: which columns exploit its absence, or why none does.
  public var text: String {
    var out = "scope of the explorer: \(scope.words)\n\n"
    let width = rows.map(\.rule.count).max() ?? 0
    for row in rows {
      out += row.rule + String(repeating: " ", count: width - row.rule.count + 2)
      out += Escape.terminal(row.isExploited ? "exploited by " + exploits(row).joined(separator: ", ") : explanation(row))
      out += "\n"
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
    var out = "| rule left out | properties broken | exploited by | otherwise |\n|---|---|---|---|\n"
    for row in rows {
      let broken = Property.allCases.filter { property in row.cells.contains { $0.contains(property) } }.map(\.rawValue)
      out +=
        "| `\(row.rule)` | \(broken.joined(separator: ", ")) | \(Escape.markdown(exploits(row).joined(separator: ", "))) | "
        + "\(Escape.markdown(explanation(row))) |\n"
    }
    return out + "\n\(summary)\n"
  }

  /// A heat map: the darker a cell the more properties fall; their number stands in it, so colour is not the only signal. A row
  /// without any says beside what else its rule matters.
  public var svg: String {
    let (cell, left, top) = (22, 280, 210)
    // Column names lean to the right, beyond the last column.
    let (width, height) = (left + cell * columns.count + 120, top + cell * rows.count + 56)
    var out =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\" "
      + "font-family=\"system-ui, sans-serif\" font-size=\"11\" role=\"img\">\n"
    out += "<title>What breaks without each rule</title><rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
    out += "<text x=\"16\" y=\"26\" font-size=\"16\">What breaks without each rule</text>\n"
    for (index, column) in columns.enumerated() {
      let x = left + cell * index + 15
      out += "<text transform=\"translate(\(x),\(top - 6)) rotate(-60)\">\(Escape.xml(column))</text>\n"
    }
    for (line, row) in rows.enumerated() {
      let y = top + cell * line
      out += "<text x=\"\(left - 8)\" y=\"\(y + 15)\" text-anchor=\"end\">\(Escape.xml(row.rule))</text>\n"
      for (index, broken) in row.cells.enumerated() {
        let shade = broken.isEmpty ? "#f4f4f4" : ["#fdd0a2", "#fdae6b", "#f16913", "#c4561a"][min(broken.count, 4) - 1]
        let title =
          "\(row.rule) × \(columns[index]): \(broken.isEmpty ? "nothing" : broken.map(\.rawValue).joined(separator: ", "))"
        out +=
          "<g><title>\(Escape.xml(title))</title><rect x=\"\(left + cell * index)\" y=\"\(y)\" width=\"\(cell - 1)\" "
          + "height=\"\(cell - 1)\" fill=\"\(shade)\"/>"
        if !broken.isEmpty {
          out += "<text x=\"\(left + cell * index + 10)\" y=\"\(y + 15)\" text-anchor=\"middle\">\(broken.count)</text>"
        }
        out += "</g>\n"
      }
      if !row.isExploited {
        let words =
          row.redundantWith.first.map { "\($0.words): \($0.isSecondWay ? "second way to break " : "")\($0.property.rawValue)" }
          ?? (jointSize > 1 ? "UNEXPLAINED" : "redundant given the others")
        out += "<text x=\"\(left + 8)\" y=\"\(y + 15)\" font-style=\"italic\" fill=\"#444\">\(Escape.xml(words))</text>\n"
      }
    }
    let note = "A number: how many properties fall in this column without the rule of this row, and hold with it; darker is more."
    out += "<text x=\"16\" y=\"\(height - 20)\" fill=\"#444\">\(note)</text>\n"
    return out + "</svg>\n"
  }

  public var exitStatus: RunStatus {
    if interruption != nil { return .interrupted }
    return invalid.isEmpty && unexplained.isEmpty ? .met : .notMet
  }

  public var json: String { get throws { try JSON.text(self, status: exitStatus) } }
}
