internal import Foundation
public import Records

extension ChanceSelftestRecord {
  public var text: String { parts.map { "\($0.title)\n\n\($0.table.text)" }.joined(separator: "\n") }
  public var markdown: String { parts.map { "\($0.title)\n\n\($0.table.markdown)" }.joined(separator: "\n") }

  private var parts: [(title: String, table: Table)] {
    [
      ("Over all coins: what happens, what chances add up to, and what forced successes show.", exactTable),
      (
        "Measured over exact, with the interval at 99.9 %; r is the standard deviation of one trial over the mean.", measuredTable
      ),
      ("Wrong on purpose, over all coins: 4 guesses of 8 values, which succeed with probability 1/2.", plantedTable),
      ("Campaigns watched after every trial: an alarm is an interval that leaves out the truth.", Table(errorRates: coverage)),
    ].filter { !$0.1.rows.isEmpty }
  }

  private var exactTable: Table {
    var table = Table(header: ["adversary", "settings", "bits", "bad event", "E[A]", "forced", "advantage", "forced", "equal"])
    table.rows = exact.map {
      [
        $0.adversary, $0.settings, "\($0.bits)", $0.bad, $0.chances, $0.forcedBad, $0.advantage, $0.forcedAdvantage,
        $0.isAsExpected ? "yes" : "NO",
      ]
    }
    return table
  }

  private var measuredTable: Table {
    var table = Table(
      header: ["adversary", "settings", "bits", "trials", "quantity", "exact", "measured", "interval", "inside", "r"])
    func ratio(_ value: Double) -> String { String(format: "%.3f", value) }
    table.rows = measured.map { row in
      let (low, high) = (row.measured.lower / row.exact, row.measured.upper / row.exact)
      return [
        row.adversary, row.settings, "\(row.bits)", Number.grouped(row.trials), row.quantity, Number.both(row.exact),
        ratio(row.measured.estimate / row.exact),
        "[\(ratio((low * 1000).rounded(.down) / 1000)), \(ratio((high * 1000).rounded(.up) / 1000))]",
        row.isInside ? "yes" : "NO", row.spread.map { String(format: "%.2f", $0) } ?? "",
      ]
    }
    return table
  }

  private var plantedTable: Table {
    var table = Table(header: ["way", "value", "", "truth", "as expected"])
    table.rows = planted.map { [$0.way, $0.value, String(format: "%.4f", $0.decimal), $0.truth, $0.isAsExpected ? "yes" : "NO"] }
    return table
  }
}
