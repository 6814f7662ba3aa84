public import Records
internal import Words

extension RunRecord {
  /// The run as a Markdown table.
  public var markdown: String {
    var rows = [
      (hop == nil ? "game" : "hop", "`\(game)`"), ("adversary", "`\(adversary)`"), ("suite", "`\(suite)`"),
      ("parameters", parameters.sorted { $0.key < $1.key }.map { "`\($0.key)=\($0.value)`" }.joined(separator: " ")),
      ("advantage", "\(Number.text(advantage.estimate)) in \(Number.interval(advantage.lower, advantage.upper))"),
    ]
    if badEvent != nil { rows.append(("bad event", "\(Number.grouped(bad.count)) of \(Number.grouped(trials))")) }
    if let chances {
      rows.append(("judged by", "chances: \(chances.why)"))
      if let share = chances.share(of: bound?.value) { rows.append(("share", share)) }
      rows.append(
        ("chances of a success", "\(Number.power(chances.causes.estimate)) a trial, over \(Number.grouped(chances.trials))"))
      rows.append(
        (
          "advantage by forced successes",
          "\(Number.power(chances.advantage.estimate)) in "
            + Number.powers(chances.advantage.lower, chances.advantage.upper)
        ))
    }
    if let credits {
      rows.append(("shown by", credits.map { "`\($0.attack)` \(Number.grouped($0.trials))" }.joined(separator: ", ")))
    }
    if let twin {
      rows.append(
        twinMeaning == .outsideAssumption
          ? ("twin", "`\(twin)`, \(TwinMeaning.outsideAssumption.words)") : ("planted defect", "`\(twin)`"))
    }
    if let bound {
      rows.append(("bound", "\(bound.expression) = \(bound.value.map { Number.both($0) } ?? "assumed")"))
    }
    if lockstep.trials > 0 {
      rows.append(("lockstep violations", "\(lockstep.violations) in \(Number.grouped(lockstep.trials))"))
    }
    if let reduction { rows.append(("reduction", "\(reduction.claim): \(reduction.verdict.rawValue)")) }
    if let resources = reduction?.resources { rows.append(("resources", WorkWords.text(resources))) }
    for (index, link) in (chain ?? []).enumerated() {
      rows.append(("link \(index + 1)", LinkWords.words(link, number: index + 1)))
    }
    if forfeits > 0 { rows.append(("forfeits", "\(Number.grouped(forfeits))\(firstForfeit.map { "; first: \($0)" } ?? "")")) }
    rows += [
      ("verdict", "**\(verdict)**\(manner): \(reason)"),
      ("outcome", outcome.status.words + (outcome.why.map { $0 == reason ? "" : ": \($0)" } ?? "")),
      ("seed", "\(seed)"), ("stopped", stopped.rawValue), ("replay", "`\(replay)`"),
    ]
    return (["| | |", "| --- | --- |"] + rows.map { "| \($0.0) | \(Escape.markdownCell($0.1)) |" }).joined(separator: "\n") + "\n"
  }
}
