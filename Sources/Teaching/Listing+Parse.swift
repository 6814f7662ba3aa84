internal import ShippedFiles

extension Listing {
  /// A line `queries TYPE`, then sections: `ROLE TYPE` and indented lines, or `ROLE as ROLE of NAME` for one that stands elsewhere.
  /// - Parameter text: what the listing of another name is.
  public init(_ text: String, text other: (String) -> String?) { self.init(text, text: other, depth: 0) }

  /// One that may stand on those of the tree.
  public init(_ text: String) { self.init(text) { Listing.path(of: $0).flatMap { ShippedFiles.texts[$0] } } }

  private init(_ text: String, text other: (String) -> String?, depth: Int) {
    var (queries, sections, faults): (String, [Section], [String]) = ("", [], [])
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      func fail(_ words: String) { faults.append("line \(number + 1): \(words)") }
      if line.hasPrefix("  ") || line.isEmpty {
        guard let last = sections.last else { if !line.isEmpty { fail("it belongs to no section") }; continue }
        sections[sections.count - 1] = Section(
          role: last.role, type: last.type, lines: last.lines + [String(line.dropFirst(2))])
      } else if let match = line.wholeMatch(of: /queries (\w+)/) {
        queries = String(match.1)
      } else if let match = line.wholeMatch(of: /(\w+) as (\w+) of (\S+)/), let role = Role(rawValue: String(match.1)) {
        let there = depth < 16 ? other(String(match.3)).map { Listing($0, text: other, depth: depth + 1) } : nil
        if let section = Role(rawValue: String(match.2)).flatMap({ there?[$0] }) {
          sections.append(Section(role: role, type: section.type, lines: section.lines))
        } else {
          fail("there is no \(match.2) of \(match.3)")
        }
      } else if let match = line.wholeMatch(of: /(\w+) (\S+)/), let role = Role(rawValue: String(match.1)) {
        sections.append(Section(role: role, type: String(match.2), lines: []))
      } else {
        fail("`\(line)` is no heading")
      }
    }
    self.init(queries: queries, sections: sections.map(\.withoutEnd), faults: faults)
  }
}

extension Listing.Section {
  /// Without the empty lines behind it.
  fileprivate var withoutEnd: Self {
    Self(role: role, type: type, lines: lines.reversed().drop(while: \.isEmpty).reversed())
  }

  /// The queries that it answers: `oracle` and their names.
  public var oracles: Set<String> {
    Set(
      lines.compactMap { $0.firstMatch(of: /^oracle (\w+(?:, \w+)*)/)?.1 }.flatMap {
        $0.split(separator: ", ").map(String.init)
      })
  }

  /// The names of Swift that it cites: in back quotes, and what `flag` is followed by.
  public var citations: Set<String> {
    Set(lines.flatMap { line in line.matches(of: /`([^`]+)`|\bflag (\w+)/).compactMap { ($0.1 ?? $0.2).map(String.init) } })
  }
}
