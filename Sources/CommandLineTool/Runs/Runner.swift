internal import ArgumentParser
internal import Arena
internal import Foundation
internal import Records
internal import Referee
internal import Reports
internal import Words

/// What `play` and `hop` share: check the request, run it, print the record, and turn the verdict into an exit status.
struct Runner {
  let kind: Entry.Kind
  let name: String
  let adversary: String?
  let twin: String?
  let coupling: String?
  let expected: String?
  let chances: String?
  let outside: OutsideOptions
  let baseline: RecordFile?
  let options: RunOptions
  let outputs: Outputs<RunFormat>

  func run() async throws {
    let (points, settings, expected) = try Failure.orReport(request)
    try outside.checkStart()
    let axes = try Failure.orReport { () throws(CatalogError) in
      try RunOptions.axes(options.settings).filter { $0.values.count > 1 }
    }
    let selection = points[0]
    if points.count > 1 {
      return try await Sweep(runner: self, axes: axes, expected: expected).run(selection.entry, settings, points)
    }
    if let bound = selection.boundValue, bound >= 1 {
      Failure.say("warning: the bound is \(Number.text(bound)): no run can exceed it or show that it is kept")
    }
    Interrupts.listen()
    var run = await selection.narrated(settings)
    if let expected { run.record.expect(expected) }
    let record = run.record
    try outputs.write { format in
      switch format {
      case .text: record.text
      case .json: try JSON.text(record, status: record.outcome.status)
      case .markdown: record.markdown
      case .svg: Notice("one point has no picture").svg
      }
    }
    let isUndecided = run.stopped != .interrupted && record.verdict == .inconclusive
    if isUndecided, let twin = record.twin, let command = record.defectShows {
      Failure.say("hint: the planted defect `\(twin)` shows with `\(command)`")
    } else if isUndecided, let bound = selection.boundValue, bound < Entry.visible.lowerBound,
      let weakening = selection.entry.weakening
    {
      Failure.say(
        "hint: the bound is too small for so few trials; \(weakening) makes every term large enough to be seen"
          + (record.chances != nil || selection.noChances != nil
            ? ""
            : settings.chances == .off
              ? ", and without `\(CommandWords.option("chances", "off"))` chances judge"
              : "; with `\(CommandWords.option("chances", "required"))` chances judge at this size"))
    }
    if expected != nil, run.stopped != .interrupted, let why = record.outcome.why { Failure.say("error: \(why)") }
    if expected == .exactly(.withinBound), record.verdict == .boundAttained {
      Failure.say("hint: `--expect atMostBound` is met by both")
    }
    try baseline?.end(record.comparedRows, record.outcome.status)
    try record.outcome.status.end()
  }

  /// What is asked for must be possible at every point.
  private func chanceUse(_ points: [Selection]) throws(CatalogError) -> ChanceUse {
    guard let chances else { return .auto }
    guard let use = ChanceUse(rawValue: chances) else {
      throw .unknown("use of chances", chances, among: ChanceUse.allCases.map(\.rawValue))
    }
    if use == .required, let why = points.lazy.compactMap(\.noChances).first {
      throw CatalogError("`--chances required` cannot be met: \(why)", hint: "leave it out, and events are counted")
    }
    return use
  }

  static func coupling(_ name: String?) throws(CatalogError) -> Coupling? {
    try name.map { name throws(CatalogError) in
      guard let coupling = Coupling(rawValue: name) else {
        throw .unknown("coupling", name, among: Coupling.allCases.map(\.rawValue))
      }
      return coupling
    }
  }

  /// One selection, or one for each point of a sweep.
  private func request() throws(CatalogError) -> ([Selection], RunSettings, ExpectedVerdict?) {
    var (entry, adversary) = (try Gamekeeper.registry.entry(name, kind: kind), adversary)
    if let outsider = try outside.outsider(beside: adversary) {
      (entry, adversary) = (entry.played(by: outsider), outsider.command)
    }
    let coupling = try Self.coupling(coupling)
    let verdict = try expected.map { name throws(CatalogError) in
      guard let verdict = ExpectedVerdict(name) else { throw .unknown("verdict", name, among: ExpectedVerdict.names) }
      return verdict
    }
    let points = try Sweep.points(try RunOptions.axes(options.settings)) { [entry, adversary] settings throws(CatalogError) in
      try Gamekeeper.registry.select(
        entry, adversary: adversary, suite: options.suite, settings: settings, twin: twin, coupling: coupling)
    }
    if options.order != nil, let point = points.first, !point.hasTwoWorlds { throw point.oneWorld("order") }
    guard points.count > 1 || !outputs.contains(.svg) else {
      let example = points.first?.parameters.keys.min() ?? "NAME"
      throw CatalogError("a picture (SVG) shows a sweep, and there is one point", hint: "for example --set \(example)=8...16")
    }
    var settings = try options.runSettings(
      defaultTrials: points[0].suite.trials, defaultCoins: outside.adversaryCommand == nil ? "philox" : "secret")
    settings.chances = try chanceUse(points)
    return (points, settings, verdict)
  }
}
