public import Records
internal import Words

extension ScenarioRecord {
  public var json: String { get throws { try JSON.text(self, status: exitStatus) } }

  /// What stands at the end of every rendering: the verdict, and what went otherwise than stated.
  var ending: [String] { [verdict] + surprises.map { "NOT AS EXPECTED: \($0)" } }

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

extension ScenarioRecord.Line {
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

extension Explanation {
  fileprivate var text: String {
    var out = "     (\(words))\n"
    if answers.isEmpty { out += "     no rule is asked\n" }
    for answer in answers {
      let mark = answer.objection == nil ? "✓" : answer.isInForce ? "✗" : "·"
      let outcome =
        answer.objection.map { answer.isInForce ? " – refuses: \($0)" : " – not in force; it would refuse: \($0)" } ?? ""
      out += "     \(mark) \(answer.rule): \(answer.words)\(outcome)\n"
    }
    return out
  }
}
