internal import ArgumentParser
internal import Arena
internal import Primitives
internal import Records
internal import Reports
internal import Words

/// Every hop with all its adversaries, in one table. The hops of the whole protocol are the theorem's.
///
/// By default a row has twice as many trials as a run of its own; a row about a perfect hop, where lockstep does the work and
/// there is no bound to compare with, an eighth of that.
struct HopTable {
  let options: RunOptions
  let outputs: Outputs<TheoremFormat>

  func run() async throws {
    let selections = try Failure.orReport(request)
    var settings = try Failure.orReport { () throws(CatalogError) in
      try options.runSettings(defaultTrials: 2 * (selections.first?.suite.trials ?? 1))
    }
    let alpha = settings.judge.alpha
    settings.judge = .init(alpha: alpha / Double(max(1, selections.count)))
    Interrupts.listen()
    Progress.expect(rows: selections.count)
    var records: [RunRecord] = []
    for selection in selections where !Interrupts.isRaised {
      var row = settings
      if options.trials == nil, selection.boundValue == 0 { row.rule.trials /= 8 }
      records.append(await selection.narrated(row).record)
    }
    try Self.write(HopTableRecord(alpha: alpha, rows: records, isComplete: !Interrupts.isRaised), outputs)
  }

  /// Writes the table, and ends as it says. A picture is asked for only of a theorem that an interrupt left without one.
  static func write(_ record: HopTableRecord, _ outputs: Outputs<TheoremFormat>) throws {
    try outputs.write { format in
      switch format {
      case .text: TheoremTable(record).text
      case .markdown: TheoremTable(record).markdown
      case .latex: TheoremTable(record).latex
      case .json: try JSON.text(record, status: record.outcome.status)
      case .svg: Notice("interrupted after \(record.rows.count) runs: the theorem's picture needs all of them").svg
      }
    }
    try record.outcome.status.end()
  }

  private func request() throws(CatalogError) -> [Selection] {
    if outputs.contains(.svg) {
      throw CatalogError("the table of all hops has no picture (SVG)", hint: "leave it out, or --all-hops")
    }
    var selections: [Selection] = []
    let settings = try options.parameters()
    let names = Gamekeeper.registry.hops.flatMap(\.parameters).map(\.name).eachOnce
    for setting in settings where !names.contains(setting.name) { throw .unknown("parameter", setting.name, among: names) }
    let suite = SuiteName(rawValue: options.suite)
    for entry in Gamekeeper.registry.hops where suite.map({ entry.suite(for: $0) != nil }) ?? true {
      for adversary in entry.adversaries(on: suite ?? .calibrated) where entry.weight == 1 {
        let shown = entry.parameters.compactMap { parameter in
          suite.map(parameter.applies) == true
            ? entry.showcase[parameter.name].map { (name: parameter.name, value: $0) } : nil
        }
        let asked = settings.filter { setting in
          entry.parameters.contains { $0.name == setting.name && $0.applies(to: adversary) }
        }
        selections.append(
          try Gamekeeper.registry.select(entry, adversary: adversary, suite: options.suite, settings: shown + asked))
      }
    }
    return selections
  }
}
