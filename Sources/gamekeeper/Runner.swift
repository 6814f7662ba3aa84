internal import ArgumentParser
internal import Catalog
internal import Foundation
internal import Records
internal import Referee
internal import Reports

/// What `play` and `hop` share: check the request, run it, print the record, and turn the verdict into an exit status.
struct Runner {
  let kind: Entry.Kind
  let name: String
  let adversary: String?
  let twin: String?
  let coupling: String?
  let expected: String?
  let options: RunOptions
  let outputs: Outputs<RunFormat>

  func run() async throws {
    let (points, settings) = try Failure.orReport(request)
    let axes = try Failure.orReport { () throws(CatalogError) in try RunOptions.axes(options.settings).filter { $0.values.count > 1 } }
    let selection = points[0]
    if points.count > 1 { return try await Sweep(runner: self, axes: axes).run(selection.entry, settings, points) }
    Interrupts.listen()
    let run = await selection.narrated(settings)
    try outputs.write { format in
      switch format {
      case .text: run.record.text
      case .json: try JSON.text(run.record)
      case .markdown: run.record.markdown
      case .svg: nil
      }
    }
    if run.stopped == .interrupted { throw Failure.interrupted }
    if case .inconclusive = run.verdict, let bound = selection.boundValue, bound < Entry.visible.lowerBound, let weakening = selection.entry.weakening {
      Failure.say("gamekeeper: hint: the bound is too small for so few trials; \(weakening) makes every term large enough to be seen")
    }
    try check(run)
  }

  /// One selection, or one for each point of a sweep.
  private func request() throws(CatalogError) -> ([Selection], RunSettings) {
    let entry = try Catalog.entry(name, kind: kind)
    let coupling = try coupling.map { name throws(CatalogError) in
      guard let coupling = Coupling(rawValue: name) else {
        throw .unknown("coupling", name, among: Coupling.allCases.map(\.rawValue))
      }
      return coupling
    }
    if let expected, !Verdict.names.contains(expected) { throw .unknown("verdict", expected, among: Verdict.names) }
    let points = try Sweep.points(try RunOptions.axes(options.settings)) { settings throws(CatalogError) in
      try Catalog.select(
        entry, adversary: adversary, suite: options.suite, settings: settings, twin: twin, coupling: coupling)
    }
    if options.order != nil, let point = points.first, !point.hasTwoWorlds { throw point.oneWorld("order") }
    guard points.count > 1 || !outputs.contains(.svg) else {
      throw CatalogError("a picture (SVG) shows a sweep, and there is one point", hint: "for example --set hashBits=8...16")
    }
    guard points.count == 1 || expected == nil else {
      throw CatalogError("`--expect` names one verdict, and the sweep has \(points.count)", hint: "leave it out, or the sweep")
    }
    return (points, try options.runSettings(defaultTrials: points[0].suite.trials))
  }

  /// A refuted reduction is never what was expected; without an expectation, a run fails if it contradicts the theory or itself.
  private func check(_ run: Selection.Run) throws {
    if run.record.reduction?.verdict == .refuted { throw Failure.notMet }
    if let expected {
      if run.verdict.name == expected { return }
      Failure.say("gamekeeper: error: verdict `\(expected)` was expected, the run ends with `\(run.verdict.name)`")
      if case .inconclusive = run.verdict { throw Failure.inconclusive }
      throw Failure.notMet
    }
    if let status = run.status { throw status }
  }
}
