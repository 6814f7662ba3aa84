public import Records
internal import Words

/// The ledger for a terminal and as Markdown.
extension ConformanceRecord {
  public var text: String { render(title: { "\($0)\n" }, code: { $0 }) { $0.text } }
  public var markdown: String { render(title: { "## \($0)\n" }, code: { "`\($0)`" }) { $0.markdown } }

  private func render(title: (String) -> String, code: (String) -> String, _ table: (Table) -> String) -> String {
    let files = rows.map(\.file).eachOnce
    let sections = files.flatMap { file in
      let own = rows.filter { $0.file == file }
      return [title("\(file): \(Self.count(own))"), table(Self.ledger(own))]
    }
    return
      ([
        "Ours beside the oracles, lemmas and axioms of theories/crypto/assumptions of EasyCrypt at \(commit).",
        "`same`: in every query that was played; an experiment, in every query of which its oracles' rows do not say otherwise.",
        "",
        title("Where the games part"), table(partingTable(code)),
        title("Why"), table(differenceTable),
      ] + sections + reasons(title, table) + [summary]).joined(separator: "\n") + "\n"
  }

  private static func count(_ rows: [Row]) -> String {
    ConformanceStanding.allCases.compactMap { standing in
      let count = rows.count { $0.standing == standing }
      return count == 0 ? nil : "\(count) \(standing.rawValue)"
    }.joined(separator: ", ")
  }

  private static func ledger(_ rows: [Row]) -> Table {
    var table = Table(header: ["published", "ours", "standing", "parts by", "held by", "holds"])
    table.rows = rows.map { row in
      let ways = row.partings.map(\.difference).eachOnce
      return [
        row.kind == "oracle" ? row.name : "\(row.kind) \(row.name)", row.ours, row.standing.rawValue,
        ways.joined(separator: ", "), row.held.joined(separator: ", "), row.held.isEmpty ? "" : Self.holds(row.outcome),
      ]
    }
    return table
  }

  private static func holds(_ outcome: Outcome) -> String {
    switch outcome.status {
    case .met: "yes"
    case .inconclusive: "open"
    default: "NO"
    }
  }

  /// Each way once, though several rows may name it.
  private func partingTable(_ code: (String) -> String) -> Table {
    var table = Table(header: ["comparison", "query", "parts by", "times", "first", "asked", "ours", "published"])
    for parting in rows.flatMap(\.partings) {
      let line = [
        parting.comparison, parting.query, parting.difference, Number.grouped(UInt64(parting.times)),
        "trial \(parting.trial), query \(parting.number)", code(Self.short(parting.asked)), Self.short(parting.ours),
        Self.short(parting.published),
      ]
      if !table.rows.contains(line) { table.rows.append(line) }
    }
    return table
  }

  private static func short(_ text: String) -> String { text.count > 60 ? "\(text.prefix(59))…" : text }

  private var differenceTable: Table {
    var table = Table(header: ["parts by", "how", "why", "said in"])
    table.rows = differences.map { [$0.name, $0.words, $0.why, $0.said] }
    return table
  }

  /// What stands in words alone.
  private func reasons(_ title: (String) -> String, _ table: (Table) -> String) -> [String] {
    var reasons = Table(header: ["rows", "standing", "why", "said in"])
    for row in rows {
      guard let why = row.why else { continue }
      let name = "\(row.file) \(row.name)"
      if let known = reasons.rows.firstIndex(where: { $0[1...] == [row.standing.rawValue, why, row.said ?? ""] }) {
        reasons.rows[known][0] += ", \(name)"
      } else {
        reasons.rows.append([name, row.standing.rawValue, why, row.said ?? ""])
      }
    }
    return [title("Rows that are not played"), table(reasons)]
  }

  private var summary: String {
    let failed = rows.filter { $0.outcome.status != .met }.map { "\($0.file) \($0.name): \($0.outcome.why ?? "")" }
    let planted = twin.map { ", mistake planted: \($0)" } ?? ""
    return
      (failed + [
        "\(outcome.status.words): \(Self.count(rows)); \(failed.count) of \(rows.count) rows do not hold"
          + " | \(Number.grouped(trials)) trials a comparison, seed \(seed)\(planted)"
      ]).joined(separator: "\n")
  }
}
