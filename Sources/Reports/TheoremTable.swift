public import Records

/// One row a hop and adversary: what the theorem allows, and what was measured.
public struct TheoremTable: Sendable {
  private let table: Table
  private let summary: String

  public init(_ records: [RunRecord]) {
    var table = Table(header: ["hop", "adversary", "bad event", "interval", "bound", "violations", "reduction", "verdict"])
    table.rows = records.map { record in
      [
        record.game, record.adversary, Number.text(record.bad.estimate),
        "[\(Number.text(record.bad.lower)), \(Number.text(record.bad.upper))]",
        record.bound?.value.map(Number.text) ?? "assumed",
        record.lockstep.trials > 0
          ? "\(record.lockstep.violations) of \(Number.grouped(record.lockstep.trials))" : "",
        record.reduction?.verdict.rawValue ?? "", record.verdict,
      ]
    }
    self.table = table
    let violations = records.reduce(0) { $0 + $1.lockstep.violations }
    let exceeded = records.filter { $0.verdict == "boundExceeded" }.count
    summary = """
      \(records.count) rows, \(Number.grouped(records.reduce(0) { $0 + $1.trials })) trials; lockstep violations: \(violations); \
      bounds exceeded: \(exceeded); error probability \(Number.text(records.reduce(0) { $0 + $1.alpha })) for the whole table.
      """
  }

  public var text: String { table.text + "\n" + summary + "\n" }
  public var markdown: String { table.markdown + "\n" + summary + "\n" }
}
