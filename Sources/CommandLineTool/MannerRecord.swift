internal import AdversaryBridge
internal import Records
internal import Reports
internal import Words

/// The manners of an adversary in another language.
struct MannerRecord: Encodable {
  let command, confinement, game, suite: String
  let trials: Int
  let findings: [Finding]

  var status: RunStatus { findings.contains { $0.outcome == .notMet } ? .notMet : .met }

  var text: String {
    let lines = findings.flatMap { finding in
      ["\(finding.outcome.rawValue): \(finding.manner.rawValue): it \(finding.manner.words)"]
        + (finding.reason.map { ["  \($0)"] } ?? [])
    }
    return (lines + ["", verdict]).map { Escape.terminal($0) + "\n" }.joined()
  }

  var markdown: String {
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
