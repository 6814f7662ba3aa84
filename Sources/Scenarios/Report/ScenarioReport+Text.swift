import Words

extension ScenarioReport {
  /// The story as numbered steps.
  public var text: String {
    var out = [title]
    if !story.isEmpty {
      out += story.trimmed.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }
    out += ["On the suite `\(suite)`, under \(policy.words); \(quorumAssumption.words).", ""]
    out += (cast + trusts).map { "  \($0)" } + [""]
    out += lines.flatMap(\.text) + ["", verdict]
    out += lines.flatMap(\.violations).map { "  \($0.property.rawValue): \($0.words)" } + ending.dropFirst()
    return out.map { Escape.terminal($0) + "\n" }.joined()
  }
}

extension ScenarioReport.Line {
  fileprivate var text: [String] {
    var out =
      ["\(number). \(words)"] + (explanation?.text.split(separator: "\n").map { String($0) } ?? []) + notes.map { "     \($0)" }
    switch result {
    case .accepted: out.append("   → accepted")
    case .refused: out.append("   → refused by \(rule ?? "")\(reason.map { ": \($0)" } ?? "")")
    case .impossible: out.append("   → impossible\(reason.map { ": \($0)" } ?? "")")
    }
    out += violations.map { "   ✗ breaks \($0.property.rawValue): \($0.words)" }
    if !isAsExpected, let expected { out.append("   EXPECTED: \(expected)") }
    return out
  }
}

extension String {
  var trimmed: String { String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
}
