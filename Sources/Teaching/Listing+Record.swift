public import Records

extension Listing {
  /// The lines of both worlds: the fewest are marked as those of one.
  public var lines: [ListingRecord.Line] {
    guard let left = self[.left]?.lines, let right = self[.right]?.lines else { return [] }
    // How many lines the ends from i and j have in common, in order.
    var common = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for i in left.indices.reversed() {
      for j in right.indices.reversed() {
        common[i][j] = left[i] == right[j] ? common[i + 1][j + 1] + 1 : max(common[i + 1][j], common[i][j + 1])
      }
    }
    var (lines, i, j): ([ListingRecord.Line], Int, Int) = ([], 0, 0)
    while i < left.count || j < right.count {
      if i < left.count, j < right.count, left[i] == right[j] {
        lines.append(.init(text: left[i], only: nil))
        (i, j) = (i + 1, j + 1)
      } else if i < left.count, j == right.count || common[i + 1][j] >= common[i][j + 1] {
        lines.append(.init(text: left[i], only: .left))
        i += 1
      } else {
        lines.append(.init(text: right[j], only: .right))
        j += 1
      }
    }
    return lines
  }

  /// As data, which says nothing of where it stands.
  public func record(of name: String) -> ListingRecord {
    ListingRecord(
      name: name,
      sections: sections.map { .init(role: $0.role, queries: $0.queries, type: $0.type, lines: $0.lines) }, lines: lines)
  }
}
