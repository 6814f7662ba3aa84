public import Records
internal import Words

extension TrialRecord {
  /// The trial, step by step.
  /// - Parameters:
  ///   - showsCoins: also list every coin under its name.
  ///   - names: how values are called; by default each has a name, and what it stands for is told at the end.
  public func text(showsCoins: Bool, names: TraceNames? = nil) -> String {
    let names = names ?? TraceNames(self)
    return names.record(self).lines(showsCoins: showsCoins, names.legend)
  }

  private func lines(showsCoins: Bool, _ legend: [String]) -> String {
    var lines = ["trial \(trial)"]
    for (index, step) in steps.enumerated() {
      lines.append("\(index + 1). \(step.query)")
      let isSame = step.rightQuery == nil && step.left == step.right
      if worlds.count == 1 || isSame {
        lines.append("     \(step.left ?? "-")")
      } else {
        lines.append("     left:  \(step.left ?? "-")")
        if let query = step.rightQuery { lines.append("     right asks instead: \(query)") }
        lines.append("     right: \(step.right ?? "-")")
      }
      if badAt == index + 1 { lines.append("     <- the bad event") }
    }
    if let cut { lines.append("… and \(cut)") }
    lines += zip(worlds, endings).map { "\($0): \($1)" }
    if let violation { lines.append("lockstep violation: \(violation)") }
    lines += relayedLines + legend
    lines += (moves ?? []).enumerated().map {
      "move \($0 + 1): \($1.kind), chance \($1.chance): \($1.succeeds ? "succeeds" : "fails")"
    }
    if moves?.isEmpty == true { lines.append("no move") }
    if let chanceViolation { lines.append("violation of the account of chances: \(chanceViolation)") }
    if showsCoins { lines += ["coins:"] + coins.map { "  \($0.name) = \($0.value)" } + (areCoinsCut ? ["  … and more"] : []) }
    return lines.map { Escape.terminal($0) }.joined(separator: "\n") + "\n"
  }

  /// What went into the reduction, what it asked for that, and what came out.
  private var relayedLines: [String] {
    guard let relayed else { return [] }
    var lines = ["the reduction, query by query:"]
    for (index, step) in relayed.enumerated() {
      lines.append("  \(index + 1). \(step.query.map { "is asked \($0)" } ?? "by itself")")
      for asked in step.asked { lines.append("       asks its challenger \(asked.query): \(asked.answer)") }
      if step.allAsked > step.asked.count { lines.append("       and \(step.allAsked - step.asked.count) more") }
      if let answer = step.answer { lines.append("     answers \(answer)") }
    }
    return lines
  }

  /// The trial as a Markdown table.
  public var markdown: String { markdown() }

  public func markdown(names: TraceNames? = nil) -> String {
    let names = names ?? TraceNames(self)
    return names.record(self).table + names.legend.map { "\n\(Escape.markdown($0))\n" }.joined()
  }

  private var table: String {
    let header = ["| | query | \(worlds.joined(separator: " | ")) |", "| --- | --- |\(worlds.map { _ in " --- |" }.joined())"]
    let rows = steps.enumerated().map { index, step in
      let answers = worlds.count == 1 ? [step.left] : [step.left, step.right]
      let cells = answers.map { " \(Escape.markdownCell(Escape.markdownCode($0 ?? "-"))) |" }.joined()
      return
        "| \(index + 1) | \(Escape.markdownCell(Escape.markdownCode(step.query)))\(badAt == index + 1 ? " **bad**" : "") "
        + "|\(cells)"
    }
    let endings = Escape.markdown(endings.joined(separator: "; "))
    return (header + rows + (cut.map { ["", "… and \($0)"] } ?? []) + ["", "endings: \(endings)"]).joined(separator: "\n") + "\n"
  }
}
