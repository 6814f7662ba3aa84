extension ScenarioReport {
  /// The story as numbered steps.
  public var text: String {
    var out = "\(title)\n"
    if !story.isEmpty { out += story.trimmed + "\n" }
    out += "On the suite `\(suite)`, under \(policy.words); \(quorumAssumption.words).\n\n"
    for entry in cast + trusts { out += "  \(entry)\n" }
    out += "\n"
    for line in lines { out += line.text }
    out += "\n\(verdict)\n"
    for violation in lines.flatMap(\.violations) { out += "  \(violation.property.rawValue): \(violation.words)\n" }
    for line in ending.dropFirst() { out += "\(line)\n" }
    return out
  }
}

extension ScenarioReport.Line {
  fileprivate var text: String {
    var out = "\(number). \(words)\n" + (explanation?.text ?? "")
    for note in notes { out += "     \(note)\n" }
    switch result {
    case .accepted: out += "   → accepted\n"
    case .refused: out += "   → refused by \(rule ?? "")\(reason.map { ": \($0)" } ?? "")\n"
    case .impossible: out += "   → impossible\(reason.map { ": \($0)" } ?? "")\n"
    }
    for violation in violations { out += "   ✗ breaks \(violation.property.rawValue): \(violation.words)\n" }
    if !isAsExpected, let expected { out += "   EXPECTED: \(expected)\n" }
    return out
  }
}

extension String {
  var trimmed: String { String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
}
