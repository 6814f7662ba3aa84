internal import Words

/// A plain table: a header and rows of cells, rendered for a terminal or as Markdown.
public struct Table: Sendable {
  public var header: [String]
  public var rows: [[String]] = []

  public init(header: [String]) { self.header = header }

  /// Columns padded to their widest cell.
  public var text: String {
    let all = ([header] + rows).map { $0.map { Escape.terminal($0) } }
    let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      var line = ""
      for (cell, width) in zip(cells, widths) { line += cell + String(repeating: " ", count: width - cell.count + 2) }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    let rule = line(widths.map { String(repeating: "─", count: $0) })
    return ([line(all[0]), rule] + all.dropFirst().map(line)).joined(separator: "\n") + "\n"
  }

  public var markdown: String {
    func line(_ cells: [String]) -> String { "| " + cells.map { Escape.markdownCell($0) }.joined(separator: " | ") + " |" }
    return ([line(header), line(header.map { _ in "---" })] + rows.map(line)).joined(separator: "\n") + "\n"
  }
}
