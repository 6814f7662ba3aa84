public import Records
internal import Words

extension Allowance {
  /// For people: what there is of each, and what is not counted.
  public var words: String {
    let counted = Resource.allCases.compactMap { resource in
      self[resource] == 0 ? nil : "\(resource.rawValue) \(Number.grouped(self[resource]))"
    }
    let free = unlimited.isEmpty ? [] : ["any number of \(unlimited.joined(separator: ", "))"]
    return (counted + free).joined(separator: "; ")
  }
}

extension DescriptionRecord {
  public var text: String {
    var parts = [words]
    if !facts.isEmpty {
      // A formula is too long for a column: what is said of it stands below.
      let width = (facts.map(\.name.count).filter { $0 <= 30 }.max() ?? 0) + 2
      parts.append(
        facts.map { fact in
          let gap = width - fact.name.count
          return fact.name + (gap < 2 ? "\n" : "") + String(repeating: " ", count: gap < 2 ? width : gap) + fact.value
        }.joined(separator: "\n"))
    }
    if !parameters.isEmpty { parts.append(table.text) }
    return Escape.terminal(parts.joined(separator: "\n\n"), keepsLines: true) + (parameters.isEmpty ? "\n" : "")
  }

  public var markdown: String {
    var parts = [
      "# \(kind) \(Escape.markdownCode(name))",
      words.split(separator: "\n", omittingEmptySubsequences: false).map { Escape.markdown($0) }.joined(separator: "\n"),
    ]
    if !facts.isEmpty {
      var table = Table(header: ["", ""])
      table.rows = facts.map { [$0.name, $0.value] }
      parts.append(table.markdown)
    }
    if !parameters.isEmpty { parts.append(table.markdown) }
    return parts.map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }.joined(separator: "\n\n") + "\n"
  }

  private var table: Table {
    var table = Table(header: ["parameter", "default", "range", ""])
    table.rows = parameters.map { [$0.name, "\($0.value)", "\($0.least)…\($0.most)", $0.meaning] }
    return table
  }
}
