public import Records
internal import Words

extension NecessityRecord {
  public var text: String {
    var out = "for every size; asked: \(solver)\n\n"
    let width = rows.map(\.change.words.count).max() ?? 0
    for row in rows {
      out += row.change.words.padded(to: width) + "  \(row.words)\n"
    }
    let count = { (finding: Finding) in rows.count { $0.finding == finding } }
    out += "\nnot proved, and the attack played: \(count(.necessary)); proved: \(count(.redundant)); "
    out += "not proved, and not reached: \(count(.unreached)); "
    out += count(.notPursued) == 0 ? "" : "not proved, and the explorer not asked: \(count(.notPursued)); "
    out += "inconclusive: \(count(.inconclusive))\n"
    if let unasked { out += "interrupted after \(rows.count) of \(rows.count + unasked) changes\n" }
    return Escape.terminal(out, keepsLines: true)
  }

  public var json: String { get throws { try JSON.text(self, status: exitStatus) } }
}

extension NecessityRecord.Row {
  fileprivate var words: String {
    let lemma = proof.counterexample.map { "\($0.lemma) of \($0.operation)" } ?? ""
    return switch finding {
    case .necessary:
      "not proved: \(lemma); the explorer breaks \(proof.pursuit?.broken.map(\.rawValue).joined(separator: ", ") ?? "")"
    case .redundant: "proved"
    case .unreached: "not proved: \(lemma); the explorer reaches no such state"
    case .notPursued: "not proved: \(lemma); the explorer was not asked"
    case .inconclusive: proof.verdict
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
