internal import ShippedFiles

extension Listing {
  /// One that may stand on those of the tree.
  public init(_ text: String) { self.init(text) { Listing.path(of: $0).flatMap { ShippedFiles.texts[$0] } } }

  /// A line `queries TYPE`, which may be repeated where the type is another, and sections: `ROLE TYPE in FILE` and indented
  /// lines; or
  /// `ROLE as ROLE of NAME` for one that stands elsewhere, with `but` behind it and edits below it where it is another: `- a line
  /// that goes`, `+ one that comes in its place`, and `= one that stays`, to say where.
  /// - Parameter other: the text of the listing of another name.
  public init(_ text: String, text other: (String) -> String?) { self.init(text, text: other, depth: 0) }

  private init(_ text: String, text other: (String) -> String?, depth: Int) {
    var (queries, sections, faults): (String, [Section], [String]) = ("", [], [])
    /// Where the next edit of the last section is; nil if it is written out.
    var place: Int?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      func fail(_ words: String) { faults.append("line \(number + 1): \(words)") }
      if line.hasPrefix("  ") || line.isEmpty {
        let last = sections.count - 1
        if last < 0 {
          if !line.isEmpty { fail("it belongs to no section") }
        } else if place == nil {
          sections[last].lines.append(String(line.dropFirst(2)))
        } else if !line.isEmpty, !sections[last].edit(line.dropFirst(2), at: &place) {
          fail("`\(line.trimmed)` edits no line")
        }
      } else if let match = line.wholeMatch(of: /queries (\w+)/) {
        queries = String(match.1)
      } else if let match = line.wholeMatch(of: /(\w+) as (\w+) of (\S+)( but)?/), let role = Role(rawValue: String(match.1)) {
        let there = depth < 16 ? other(String(match.3)).map { Listing($0, text: other, depth: depth + 1) } : nil
        if let section = Role(rawValue: String(match.2)).flatMap({ there?[$0] }) {
          sections.append(
            Section(role: role, queries: section.queries, type: section.type, file: section.file, lines: section.lines))
        } else {
          fail("there is no \(match.2) of \(match.3)")
        }
        place = match.4 == nil ? nil : 0
      } else if let match = line.wholeMatch(of: /(\w+) (\S+)(?: in (\S+))?/), let role = Role(rawValue: String(match.1)) {
        sections.append(Section(role: role, queries: queries, type: String(match.2), file: match.3.map(String.init), lines: []))
        place = nil
      } else {
        fail("`\(line)` is no heading")
      }
    }
    self.init(sections: sections.map(\.withoutEnd), faults: faults)
  }
}

extension Listing.Section {
  /// Makes a change, at `place` or behind it.
  /// - Returns: whether there is something to change.
  fileprivate mutating func edit(_ change: Substring, at place: inout Int?) -> Bool {
    let (sign, line) = (change.prefix(2), String(change.dropFirst(2)))
    switch sign {
    case "+ ":
      lines.insert(line, at: place ?? lines.count)
      place = place.map { $0 + 1 }
    case "- ", "= ":
      guard let found = lines[(place ?? 0)...].firstIndex(of: line) else { return false }
      if sign == "- " { lines.remove(at: found) }
      place = sign == "- " ? found : found + 1
    default: return false
    }
    return true
  }

  /// Without the empty lines behind it.
  fileprivate var withoutEnd: Self {
    Self(role: role, queries: queries, type: type, file: file, lines: lines.reversed().drop(while: \.isEmpty).reversed())
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
