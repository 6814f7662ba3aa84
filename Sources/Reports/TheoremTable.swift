public import Records

/// One row a hop and adversary: what the theorem allows, and what was measured.
public struct TheoremTable: Sendable {
  private let table: Table
  private let summary: String

  public init(_ hops: HopTableRecord) {
    let records = hops.rows
    var table = Table(header: ["hop", "adversary", "bad event", "advantage", "bound", "violations", "reduction", "verdict"])
    table.rows = records.map { record in
      [
        record.game, record.adversary, RunCells.badEvent(record), RunCells.advantage(record), RunCells.bound(record),
        RunCells.violations(record), record.reduction?.verdict.rawValue ?? "", RunCells.verdict(record),
      ]
    }
    self.table = table
    let violations = records.reduce(0) { $0 + $1.lockstep.violations }
    let exceeded = records.filter { $0.verdict == .boundExceeded }.count
    let totals = """
      \(records.count) rows, \(Number.grouped(records.reduce(0) { $0 + $1.trials })) trials; lockstep violations: \(violations); \
      bounds exceeded: \(exceeded); error probability \(Number.text(hops.alpha, .up)) for the whole table.
      """
    let bounds = BoundWords.summary(records.map { ("\($0.game), \($0.adversary)", $0.standing, $0.ceiling) }).map { "\($0)." }
    let ceilings = Set(records.compactMap(\.reduction?.ceiling)).max().map {
      "A reduction that holds keeps its left side below \(Number.text($0, .up)) × its right side, or coincides with it in every "
        + "trial."
    }
    let lines = [totals, bounds, ceilings, hops.outcome.words, hops.sum?.words]
    summary = lines.compactMap(\.self).joined(separator: "\n")
  }

  public var text: String { table.text + "\n" + summary + "\n" }
  public var latex: String {
    LaTeX.document(title: "Every hop with its adversaries", isWide: true, table.latex + LaTeX.paragraphs(summary))
  }
  public var markdown: String { table.markdown + "\n" + summary + "\n" }
}
