internal import Arena
internal import Records
internal import Referee
internal import Reports

/// `play` and `hop` with lists or ranges of parameters: one run a point, one table, one picture.
struct Sweep {
  /// A swept parameter with its values.
  typealias Axis = (name: String, values: [Int])

  let runner: Runner
  let axes: [Axis]
  /// What is expected of every point.
  let expected: ExpectedVerdict?
  static let mostPoints = 1000

  func run(_ entry: Entry, _ settings: RunSettings, _ points: [Selection]) async throws {
    var settings = settings
    settings.judge = .init(alpha: settings.judge.alpha / Double(points.count))
    let commandTime = CommandTime.begin(settings.rule.time, rows: points.count)
    let measured = await commandTime.rows(of: points) { [settings] selection, time in
      var run = await selection.narrated(settings.within(time))
      if let expected { run.record.expect(expected) }
      return point(selection, run.record)
    }
    guard let first = points.first else { return }
    let swept = Set(axes.map(\.name))
    let record = SweepRecord(
      game: entry.name, adversary: first.adversary, suite: first.suite.rawValue, twin: first.twin,
      quantity: first.measuresAdvantage ? "advantage" : "bad event", parameters: axes.map(\.name),
      settings: first.parameters.filter { !swept.contains($0.key) }, seed: settings.source.seed,
      alpha: settings.judge.alpha * Double(points.count), points: measured, isComplete: measured.count == points.count)
    try runner.outputs.write { format in
      switch format {
      case .text: record.text
      case .json: try JSON.text(record, status: record.outcome.status)
      case .markdown: record.markdown
      case .svg: SweepPlot(record).svg
      }
    }
    try runner.baseline?.end(record.comparedRows, record.outcome.status)
    try record.outcome.status.end()
  }

  /// A selection for each point of the grid; the last parameter runs fastest.
  static func points(_ axes: [Axis], select: ([(name: String, value: Int)]) throws(CatalogError) -> Selection)
    throws(CatalogError) -> [Selection]
  {
    let count = axes.reduce(1) { $0.multipliedReportingOverflow(by: $1.values.count).overflow ? Int.max : $0 * $1.values.count }
    guard count <= mostPoints else {
      throw CatalogError("the sweep has \(count) points", hint: "at most \(mostPoints)")
    }
    var settings: [[(name: String, value: Int)]] = [[]]
    for axis in axes { settings = settings.flatMap { prefix in axis.values.map { prefix + [(axis.name, $0)] } } }
    var selections: [Selection] = []
    for setting in settings { selections.append(try select(setting)) }
    return selections
  }

  private func point(_ selection: Selection, _ record: RunRecord) -> SweepRecord.Point {
    let bad =
      record.chances?.bad
      ?? Estimate(estimate: record.bad.estimate, lower: record.bad.lower, upper: record.bad.upper, error: record.advantage.error)
    return SweepRecord.Point(
      record, values: axes.map { selection[$0.name] }, measured: selection.measuresAdvantage ? record.advantage : bad,
      formula: selection.formula)
  }
}

extension Selection {
  /// Whether only the adversary's bits count, because the two worlds differ from the start.
  var measuresAdvantage: Bool { measure == .independentWorlds }
}
