public import Records
internal import Words

extension CampaignRecord {
  private var table: TheoremTable { TheoremTable(HopTableRecord(alpha: alpha, rows: rows, isComplete: true)) }

  /// What is judged, of what, and who planned it.
  private var head: [String] {
    [
      "plan     \(plan.prefix(16))…, version \(version), commit \(commit), seed \(seed)",
      "shards   \(judged) of \(shards) are judged\(isComplete && judged < shards ? ": there the plan stops" : "")"
        + (waiting.isEmpty
          ? ""
          : "; \(waiting.count) behind a gap are not: \(waiting.prefix(10).map(String.init).joined(separator: ", "))"
            + (waiting.count > 10 ? " …" : "")),
    ]
  }

  private var found: [String] { findings.map(\.line) }

  /// The last line, if the table does not say it.
  private var end: [String] {
    if !rows.isEmpty, let words = outcome.words, words == Outcome.all(rows.map(\.outcome)).words { return [] }
    return [outcome.words ?? "met: nothing contradicts a bound"]
  }

  public var text: String {
    (head + [""]).map { Escape.terminal($0) + "\n" }.joined() + found.map { Escape.terminal($0) + "\n" }.joined()
      + (rows.isEmpty ? "" : (found.isEmpty ? "" : "\n") + table.text) + end.map { Escape.terminal($0) + "\n" }.joined()
  }

  public var markdown: String {
    head.map { "- \(Escape.markdown($0))\n" }.joined() + "\n" + found.map { "- \(Escape.markdown($0))\n" }.joined()
      + (found.isEmpty ? "" : "\n")
      + (rows.isEmpty ? "" : table.markdown + "\n") + end.map { "- \(Escape.markdown($0))\n" }.joined()
  }
}

extension CampaignRecord.Finding {
  fileprivate var line: String {
    "finding  \(row): \(words), first in \(blocks) block\(blocks == 1 ? "" : "s"); replay: \(CommandWords.replay(replay))"
  }
}

extension FindingsRecord {
  private var lines: [String] {
    findings.map(\.line) + [
      "\(outcome.words ?? "met: there is none") in \(blocks) blocks; of \(shards) shards \(whole) are whole and \(begun) begun"
    ]
  }

  public var text: String { lines.map { Escape.terminal($0) + "\n" }.joined() }
  public var markdown: String { lines.map { "- \(Escape.markdown($0))\n" }.joined() }
}

extension CampaignStatusRecord {
  public var line: String { "\(whole.count) of \(shards) shards are whole, \(begun.count) begun; \(prefix) from the first on" }

  public var text: String {
    let there = Set(whole), missing = (0..<shards).filter { !there.contains($0) }
    let list = "missing \(missing.prefix(20).map(String.init).joined(separator: " "))\(missing.count > 20 ? " …" : "")"
    return (["plan    \(plan)", "shards  \(line)"] + (missing.isEmpty ? [] : [list])).map { Escape.terminal($0) + "\n" }.joined()
  }
}

extension CampaignEstimate {
  private func lines(cores: Int) -> [String] {
    let hours = coreSeconds / 3600 / Double(cores)
    return [
      "\(Number.grouped(trials)) trials of each row in \(shards) shards: \(Number.text(coreSeconds / 3600)) core-hours, "
        + "\(Number.text(shardSeconds / 60)) minutes a shard",
      "on \(cores) core\(cores == 1 ? "" : "s"): \(Number.text(hours)) hours",
    ]
  }

  private var table: Table {
    var table = Table(header: ["row", "trials a second and core", "narrowest interval"])
    table.rows = rows.map { [$0.row, Number.text(1 / $0.secondsPerTrial), Number.text($0.smallestShowable, .up)] }
    return table
  }

  public func text(cores: Int) -> String { lines(cores: cores).joined(separator: "\n") + "\n\n" + table.text }
  public func markdown(cores: Int) -> String { lines(cores: cores).map { "- \($0)\n" }.joined() + "\n" + table.markdown }
}
