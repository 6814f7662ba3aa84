extension Listing {
  /// A line of two worlds beside each other: of both, or of one.
  public struct Line: Hashable, Sendable {
    public let text: String
    /// The only world that has it; nil if both do.
    public let only: Role?
  }

  /// The lines of both worlds: the fewest are marked as those of one.
  public var lines: [Line] {
    guard let left = self[.left]?.lines, let right = self[.right]?.lines else { return [] }
    // How many lines the ends from i and j have in common, in order.
    var common = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for i in left.indices.reversed() {
      for j in right.indices.reversed() {
        common[i][j] = left[i] == right[j] ? common[i + 1][j + 1] + 1 : max(common[i + 1][j], common[i][j + 1])
      }
    }
    var (lines, i, j): ([Line], Int, Int) = ([], 0, 0)
    while i < left.count || j < right.count {
      if i < left.count, j < right.count, left[i] == right[j] {
        lines.append(Line(text: left[i], only: nil))
        (i, j) = (i + 1, j + 1)
      } else if i < left.count, j == right.count || common[i + 1][j] >= common[i][j + 1] {
        lines.append(Line(text: left[i], only: .left))
        i += 1
      } else {
        lines.append(Line(text: right[j], only: .right))
        j += 1
      }
    }
    return lines
  }

  /// For a terminal: two worlds as one text, in which a line of one of them is marked by `L` or `R`.
  public var text: String {
    var blocks: [String] = []
    if let left = self[.left], let right = self[.right] {
      let marked = lines.map { line in
        let mark =
          switch line.only {
          case .left: "L"
          case .right: "R"
          default: " "
          }
        return "\(mark) │ \(line.text)"
      }
      blocks.append((["L = left, \(left.type); R = right, \(right.type); no mark: both", ""] + marked).joined(separator: "\n"))
    }
    for section in sections where section.role == .game || section.role == .reduction {
      blocks.append(
        (["\(section.role.rawValue), \(section.type)", ""] + section.lines.map { "  │ \($0)" }).joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in line.hasSuffix(" ") ? String(line.reversed().drop { $0 == " " }.reversed()) : String(line) }
      .joined(separator: "\n") + "\n"
  }
}
