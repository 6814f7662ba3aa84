extension String {
  /// Lines broken between words so that they fit into `columns`; what follows is indented below the line's last column of two
  /// spaces or more. A longer word, such as a token to copy, stays whole.
  public func folded(to columns: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.count <= columns ? String($0) : Self.folded($0, to: columns)
    }.joined(separator: "\n")
  }

  private static func folded(_ line: Substring, to columns: Int) -> String {
    let margin = line.prefix { $0 == " " }.count
    // A label, its gap, and what is said: it goes on below where it began.
    let label = line.dropFirst(margin).firstRange(of: "  ").map {
      line[..<$0.lowerBound].count + line[$0.lowerBound...].prefix { $0 == " " }.count
    }.flatMap { $0 <= columns / 2 ? $0 : nil }
    let indent = label ?? margin + 2
    var lines = [String(line.prefix(label ?? margin))]
    for word in line.dropFirst(label ?? margin).split(separator: " ", omittingEmptySubsequences: false) {
      let last = lines[lines.count - 1]
      let gap =
        last.isEmpty || last.count == indent && lines.count > 1 || lines.count == 1 && last.count == label ?? margin ? "" : " "
      if last.count + gap.count + word.count <= columns || last.count <= indent {
        lines[lines.count - 1] += gap + word
      } else {
        lines.append(String(repeating: " ", count: indent) + word)
      }
    }
    return lines.joined(separator: "\n")
  }
}
