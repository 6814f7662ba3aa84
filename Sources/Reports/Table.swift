internal import Words

/// A plain table: a header and rows of cells, rendered for a terminal or as Markdown.
public struct Table: Sendable {
  public var header: [String]
  public var rows: [[String]] = []

  public init(header: [String]) { self.header = header }

  /// The most columns that a line of text takes, as long as every word fits.
  public static let columns = 80

  /// Columns padded to their widest cell. Where that is too wide for a line, cells are broken between words; where even that does
  /// not help, each row takes several lines, the later ones indented.
  public var text: String {
    var visible = Table(header: header.map { Escape.terminal($0) })
    visible.rows = rows.map { $0.map { Escape.terminal($0) } }
    return visible.folded
  }

  private var folded: String {
    let natural = widths { $0.count }
    var widths = natural
    let least = self.widths { $0.split(separator: " ").map(\.count).max() ?? 0 }
    // The widest column that can give way does.
    while Self.length(widths) > Self.columns,
      let widest = widths.indices.filter({ widths[$0] > least[$0] }).max(by: { widths[$0] < widths[$1] })
    {
      widths[widest] -= 1
    }
    let groups = Self.length(widths) > Self.columns ? Self.groups(natural) : [widths.indices]
    if groups.count > 1 {
      widths = natural
      // A column that has a line of its own, and is still too wide for it, is broken after all.
      for (number, group) in groups.enumerated() where group.count == 1 {
        let column = group.lowerBound
        widths[column] = min(natural[column], max(least[column], Self.columns - (number == 0 ? 0 : Self.indent.count)))
      }
    }
    let rules = widths.map { String(repeating: "─", count: $0) }
    func lines(_ cells: [String]) -> [String] {
      groups.enumerated().flatMap { number, group in
        let broken = group.map { Self.broken(cells[$0], widths[$0]) }
        return (0..<(broken.map(\.count).max() ?? 0)).map { index in
          let indent = number == 0 ? "" : Self.indent
          let padded = zip(group, broken).map { column, parts in
            let part = index < parts.count ? parts[index] : ""
            return part + String(repeating: " ", count: widths[column] - part.count)
          }
          return String((indent + padded.joined(separator: Self.gap)).reversed().drop { $0 == " " }.reversed())
        }
      }
    }
    return (lines(header) + lines(rules) + rows.flatMap(lines)).joined(separator: "\n") + "\n"
  }

  private static let (gap, indent) = ("  ", "    ")

  private func widths(_ width: (String) -> Int) -> [Int] {
    header.indices.map { column in ([header] + rows).map { width($0[column]) }.max() ?? 0 }
  }

  private static func length(_ widths: some Collection<Int>) -> Int { widths.reduce(0, +) + gap.count * max(0, widths.count - 1) }

  /// Consecutive columns that fit into one line each.
  private static func groups(_ widths: [Int]) -> [Range<Int>] {
    var groups: [Range<Int>] = [0..<0]
    for column in widths.indices {
      let (last, indent) = (groups[groups.count - 1], groups.count == 1 ? 0 : indent.count)
      if last.isEmpty || indent + length(widths[last.lowerBound...column]) <= columns {
        groups[groups.count - 1] = last.lowerBound..<column + 1
      } else {
        groups.append(column..<column + 1)
      }
    }
    return groups
  }

  /// The lines of a cell; one line if it fits.
  private static func broken(_ cell: String, _ width: Int) -> [String] {
    guard cell.count > width else { return [cell] }
    return cell.split(separator: " ").reduce(into: [String]()) { lines, word in
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
  }

  public var markdown: String {
    func line(_ cells: [String]) -> String { "| " + cells.map { Escape.markdownCell($0) }.joined(separator: " | ") + " |" }
    return ([line(header), line(header.map { _ in "---" })] + rows.map(line)).joined(separator: "\n") + "\n"
  }
}
