internal import ArgumentParser
internal import Arena
internal import Families
internal import Primitives
internal import Records
internal import Reports
internal import Words

/// Every hop with all its adversaries, in one table; or those below the domain key. The hops of the whole protocol are the
/// theorem's.
///
/// By default a row has twice as many trials as a run of its own; a row about a perfect hop, where lockstep does the work and
/// there is no bound to compare with, an eighth of that.
struct HopTable {
  let options: RunOptions
  let outputs: Outputs<TheoremFormat>
  let rival: Rival?
  let resume: String?
  let baseline: RecordFile?
  let isHierarchy: Bool

  func run() async throws {
    let selections = try Failure.orReport(request)
    var settings = try Failure.orReport { () throws(CatalogError) in
      try options.runSettings(defaultTrials: 2 * (selections.first?.suite.trials ?? 1))
    }
    let alpha = settings.judge.alpha
    let entries = rival == nil ? [] : entries
    let count = selections.count + entries.count
    settings.judge = .init(alpha: alpha / Double(max(1, count)))
    try rival?.checkStart()
    let (kept, time) = (try KeptRows(resume), CommandTime.begin(settings.rule.time, rows: count))
    let records = try await time.rows(of: selections, before: entries.count) { [settings] selection, time in
      try await kept.played(selection, row(selection, settings).within(time))
    }
    let table = HopTableRecord(
      alpha: alpha, rows: records, sum: isHierarchy && !Interrupts.isRaised ? MainTheorem.fileBound : nil,
      isComplete: !Interrupts.isRaised)
    guard let rival, let suite = selections.first?.suite else { return try Self.write(table, outputs, baseline: baseline) }
    let own = try Failure.orReport { () throws(CatalogError) in
      try options.runSettings(defaultTrials: settings.rule.trials, defaultCoins: rival.defaultCoins)
    }
    settings.source = own.source
    let against = try await rival.played(entries, on: suite, alpha: alpha, time: time) {
      [settings] (entry: Entry, name: String) throws(CatalogError) -> (Selection, RunSettings) in
      let selection = try select(entry, name)
      return (selection, row(selection, settings))
    }
    try Self.write(table, outputs, against, baseline: baseline)
  }

  private func row(_ selection: Selection, _ settings: RunSettings) -> RunSettings {
    var row = settings
    if options.trials == nil, selection.boundValue == 0 { row.rule.trials /= 8 }
    return row
  }

  /// Writes the table, and ends as it says. A picture is asked for only of a theorem that an interrupt left without one.
  static func write(
    _ record: HopTableRecord, _ outputs: Outputs<TheoremFormat>, _ against: AgainstRecord? = nil, baseline: RecordFile? = nil
  ) throws {
    let outcome = Outcome.all([record.outcome] + [against?.outcome].compactMap(\.self))
    try outputs.write { format in
      switch format {
      case .text: TheoremTable(record).text + (against?.text ?? "")
      case .markdown: TheoremTable(record).markdown + (against?.markdown ?? "")
      case .latex: TheoremTable(record).latex
      case .json: try JSON.text(Beside(table: record, against: against), status: outcome.status)
      case .svg: Notice("interrupted after \(record.rows.count) runs: the theorem's picture needs all of them").svg
      }
    }
    try baseline?.end(record.comparedRows, outcome.status)
    try outcome.status.end()
  }

  /// On whatever suites.
  private var hops: [Entry] {
    Gamekeeper.registry.hops.filter { $0.weight == 1 && (!isHierarchy || MainTheorem.hierarchy.contains($0.name)) }
  }

  private var entries: [Entry] {
    guard let suite = SuiteName(rawValue: options.suite) else { return hops }
    return hops.filter { $0.suite(for: suite) != nil }
  }

  /// A hop as the table plays it: where its events are seen.
  private func select(_ entry: Entry, _ adversary: String) throws(CatalogError) -> Selection {
    let suite = SuiteName(rawValue: options.suite)
    let shown = entry.parameters.compactMap { parameter in
      suite.map(parameter.applies) == true ? entry.showcase[parameter.name].map { (name: parameter.name, value: $0) } : nil
    }
    let asked = try options.parameters().filter { setting in
      entry.parameters.contains { $0.name == setting.name && $0.applies(to: adversary) }
    }
    return try Gamekeeper.registry.select(entry, adversary: adversary, suite: options.suite, settings: shown + asked)
  }

  private func request() throws(CatalogError) -> [Selection] {
    if outputs.contains(.svg) {
      throw CatalogError(
        "a table of hops has no picture (SVG)", hint: "leave it out, or --\(isHierarchy ? "hierarchy" : "all-hops")")
    }
    let suite = SuiteName(rawValue: options.suite)
    if let suite, entries.isEmpty {
      let suites = hops.flatMap(\.suites).eachOnce.map(\.rawValue).joined(separator: ", ")
      throw CatalogError("no hop of this table is played on suite `\(suite.rawValue)`", hint: "one of: \(suites)")
    }
    var selections: [Selection] = []
    let settings = try options.parameters()
    let names = entries.flatMap(\.parameters).map(\.name).eachOnce
    for setting in settings where !names.contains(setting.name) { throw .unknown("parameter", setting.name, among: names) }
    for entry in entries {
      for adversary in entry.adversaries(on: suite ?? .calibrated) { selections.append(try select(entry, adversary)) }
    }
    return selections
  }
}
