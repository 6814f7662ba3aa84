public import Records
internal import Words

extension CheckRecord {
  /// A summary, as the page of a build shows it: what is not met first, then all cases with their times.
  public var markdown: String {
    let failed = cases.filter { $0.outcome != .met }
    let reasons = failed.map { item in
      "- **\(Escape.markdown(item.outcome.rawValue))**: \(Escape.markdown(item.name))"
        + (item.file.map { " (\(Escape.markdown($0))\(item.line.map { ":\($0)" } ?? ""))" } ?? "")
        + ": \(Escape.markdown(item.message.split(separator: "\n").joined(separator: " ")))\n"
    }
    var table = Table(header: ["case", "kind", "outcome", "share of the bound", "seconds"])
    table.rows = cases.filter { $0.kind != .coverage || $0.outcome != .met }.map { item in
      [
        Escape.markdown(item.name), item.kind.rawValue, item.outcome.rawValue,
        item.share.map { "\(Number.share($0.estimate)) in \(Number.interval($0.lower, $0.upper))" } ?? "",
        Number.text(item.seconds),
      ]
    }
    return "**\(Escape.markdown(verdict))**\n\n" + reasons.joined() + (reasons.isEmpty ? "" : "\n") + table.markdown
      + (uncovered.isEmpty ? "" : "\n\(uncovered.count) rules were not seen both to allow and to refuse.\n")
  }
}
