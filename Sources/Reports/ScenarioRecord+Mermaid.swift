public import Records
internal import Words

extension ScenarioRecord {
  /// A Mermaid sequence diagram: attackers are actors, everybody has what they are behind their name.
  public var mermaid: String {
    var out = "sequenceDiagram\n  title \(Escape.mermaid(title))\n"
    for (index, actor) in actors.enumerated() {
      let kind = actor.side == .honest || actor.side == .dishonest ? "participant" : "actor"
      out += "  \(kind) p\(index) as \(Escape.mermaid(actor.name))" + (actor.kind == nil ? "" : " (\(actor.words))") + "\n"
    }
    func id(_ name: String) -> String { "p\(participants.firstIndex(of: name) ?? 0)" }
    let all = actors.count > 1 ? "p0,p\(actors.count - 1)" : "p0"
    out += "  Note over \(all): \(Escape.mermaid("\(suite), \(policy.words); \(quorumAssumption.words)"))\n"
    for line in lines {
      for name in line.signers where participants.contains(name) && name != line.from {
        out += "  \(id(name))--)\(id(line.from)): \(line.withheld.isEmpty ? "signs" : "signs, or not")\n"
      }
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
    for words in ending { out += "  Note over \(all): \(Escape.mermaid(words))\n" }
    return out
  }
}
