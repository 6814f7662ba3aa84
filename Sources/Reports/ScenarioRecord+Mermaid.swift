public import Records
internal import Words

extension ScenarioRecord {
  /// A Mermaid sequence diagram.
  public var mermaid: String {
    var out = "sequenceDiagram\n"
    for (index, name) in participants.enumerated() { out += "  participant p\(index) as \(Escape.mermaid(name))\n" }
    func id(_ name: String) -> String { "p\(participants.firstIndex(of: name) ?? 0)" }
    for line in lines {
      out += "  \(id(line.from))->>\(id(line.to)): \(line.number). \(Escape.mermaid(line.label))\n"
      if line.from != line.to {
        let answer =
          switch line.result {
          case .accepted: "accepted"
          case .refused: "refused by \(Escape.mermaid(line.rule ?? ""))"
          case .impossible: "impossible"
          }
        out += "  \(id(line.to))-\(line.result == .accepted ? "->>" : "-x")\(id(line.from)): \(answer)\n"
      }
      for violation in line.violations { out += "  Note over \(id(line.to)): breaks \(violation.property.rawValue)\n" }
      if let surprise = line.surprise { out += "  Note over \(id(line.to)): NOT AS EXPECTED: \(Escape.mermaid(surprise))\n" }
    }
    let all = participants.count > 1 ? "p0,p\(participants.count - 1)" : "p0"
    for words in ending { out += "  Note over \(all): \(Escape.mermaid(words))\n" }
    return out
  }
}
