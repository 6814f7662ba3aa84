public import Records
internal import Words

extension ComparisonRecord {
  private var heads: [String] { ["before  \(before?.words ?? "unknown")", "after   \(after?.words ?? "unknown")"] }

  private var changed: [Row] { rows.filter { $0.change != .same } }

  private func table(_ shown: [Row]) -> Table {
    var table = Table(header: ["row", "change", "before", "after", "difference", "verdict"])
    table.rows = shown.map { row in
      func number(_ row: ComparedRow?) -> String {
        (row?.advantage ?? row?.badEvent ?? row?.share).map {
          "\(Number.text($0.estimate)) \(Number.interval($0.lower, $0.upper))"
        } ?? ""
      }
      let verdicts = [row.before, row.after].compactMap { $0?.verdict ?? $0?.status.words }
      return [
        row.name, row.change.rawValue, number(row.before), number(row.after),
        (row.advantage ?? row.badEvent ?? row.share).map { Number.interval($0.lower, $0.upper) } ?? "",
        Set(verdicts).count == 1 ? verdicts[0] : verdicts.joined(separator: " → "),
      ]
    }
    return table
  }

  private var reasons: [String] {
    changed.map { row in
      "\(row.change.rawValue): \(row.name)" + (row.why.isEmpty ? "" : ": \(row.why.joined(separator: "; "))")
        + (row.change == .worse ? row.after?.replay.map { "; replay: \(CommandWords.replay($0))" } ?? "" : "")
    }
  }

  private var end: String {
    let counts = Change.allCases.map { ($0, count($0)) }.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)" }.joined(
      separator: ", ")
    return outcome.words.map { "\($0) (\(counts))" } ?? "met: no row is worse (\(counts))"
  }

  public var text: String {
    (heads + [""]).map { Escape.terminal($0) + "\n" }.joined() + (changed.isEmpty ? "" : table(changed).text + "\n")
      + (reasons + [end]).map { Escape.terminal($0) + "\n" }.joined()
  }

  public var markdown: String {
    heads.map { "- \(Escape.markdown($0))\n" }.joined() + "\n" + (changed.isEmpty ? "" : table(changed).markdown + "\n")
      + (reasons + [end]).map { "- \(Escape.markdown($0))\n" }.joined()
  }
}
