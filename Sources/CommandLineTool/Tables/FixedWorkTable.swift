internal import ArgumentParser
internal import Arena
internal import Families
internal import Primitives
internal import Records
internal import Referee
internal import Reports

/// `theorem --fixed-work`: every claim of growth with its attack, at each number of entities.
struct FixedWorkTable {
  let options: RunOptions
  let outputs: Outputs<TheoremFormat>

  private static let trials: UInt64 = 10_000

  func run() async throws {
    let plan = try Failure.orReport(request)
    var settings = try Failure.orReport { () throws(CatalogError) in try options.runSettings(defaultTrials: Self.trials) }
    let count = plan.reduce(0) { $0 + $1.points.count }
    let alpha = settings.judge.alpha
    settings.judge = .init(alpha: alpha / Double(count))
    let commandTime = CommandTime.begin(settings.rule.time, rows: count)
    let runs = await commandTime.rows(of: plan.flatMap(\.points)) { [settings] point, time in
      await point.selection.narrated(settings.within(time)).record
    }
    var (rows, left): ([FixedWorkRecord.Row], ArraySlice<RunRecord>) = ([], runs[...])
    for (claim, points) in plan {
      // Of a claim that was interrupted there is no slope.
      guard left.count >= points.count else { break }
      let measured = zip(points, left).map { point, run in
        FixedWorkRecord.Point(
          run, entities: point.entities, stated: claim.stated(point.selection), charged: claim.charged(point.selection))
      }
      left = left.dropFirst(points.count)
      rows.append(
        .init(
          term: claim.term, entities: claim.entities, work: claim.work, game: claim.entry, adversary: claim.adversary,
          points: measured, isExpectedToGrow: claim.isAttained, why: claim.why))
    }
    let record = FixedWorkRecord(
      seed: settings.source.seed, alpha: alpha, trials: settings.rule.trials, rows: rows, isComplete: !Interrupts.isRaised)
    try outputs.write { format in
      switch format {
      case .text: record.text
      case .markdown: record.markdown
      case .latex: record.latex
      case .json: try JSON.text(record, status: record.outcome.status)
      case .svg: Notice("the table at fixed work has no picture").svg
      }
    }
    try record.outcome.status.end()
  }

  private func request() throws(CatalogError) -> [(claim: FixedWork, points: [(entities: Int, selection: Selection)])] {
    if outputs.contains(.svg) {
      throw CatalogError("the table at fixed work has no picture (SVG)", hint: "leave it out, or --fixed-work")
    }
    guard options.suite == SuiteName.calibrated.rawValue else {
      throw CatalogError(
        "`--fixed-work` needs the calibrated suite", hint: "nothing grows where no attack succeeds: leave out --suite")
    }
    if let setting = options.settings.first {
      throw CatalogError("`--set \(setting)` means nothing with `--fixed-work`", hint: "each row has settings of its own")
    }
    var plan: [(claim: FixedWork, points: [(entities: Int, selection: Selection)])] = []
    for claim in FixedWork.all {
      let entry = try Gamekeeper.registry.entry(claim.entry, kind: .game)
      var points: [(entities: Int, selection: Selection)] = []
      for (entities, settings) in claim.points {
        points.append(
          (entities, try Gamekeeper.registry.select(entry, adversary: claim.adversary, suite: options.suite, settings: settings)))
      }
      plan.append((claim, points))
    }
    return plan
  }
}
