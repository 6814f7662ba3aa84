public import Records
internal import Words

extension ListingRecord {
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
    let listing = blocks.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in line.hasSuffix(" ") ? String(line.reversed().drop { $0 == " " }.reversed()) : String(line) }
      .joined(separator: "\n")
    return Escape.terminal("\(name), pseudocode; queries: \(queries.joined(separator: ", "))\n\n\(listing)\n", keepsLines: true)
  }

  public var markdown: String { "```text\n\(text)```\n" }
}
