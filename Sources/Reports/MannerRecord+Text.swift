public import Records
internal import Words

extension MannerRecord {
  public var text: String {
    let lines = findings.flatMap { finding in
      ["\(finding.outcome.rawValue): \(finding.manner.rawValue): it \(finding.manner.words)"]
        + (finding.reason.map { ["  \($0)"] } ?? [])
    }
    return (lines + ["", verdict]).map { Escape.terminal($0) + "\n" }.joined()
  }

  public var markdown: String {
    var table = Table(header: ["", "manner", "why"])
    table.rows = findings.map { finding in
      [finding.outcome.rawValue, "it \(finding.manner.words)", finding.reason ?? ""].map { Escape.markdown($0) }
    }
    return table.markdown + "\n\(Escape.markdown(verdict))\n"
  }

  private var verdict: String {
    let met = findings.count { $0.outcome == .met }
    return "\(status.words): \(met) of \(findings.count) manners, of `\(command)` in \(game)"
  }
}
