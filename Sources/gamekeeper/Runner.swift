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
  let output: String?
  var plot: String?
  let options: RunOptions

  func run() async throws {
    let (points, settings, expected) = try Failure.orReport(request)
    try Failure.checkPlaces(output, plot)
    let axes = try Failure.orReport { () throws(CatalogError) in try RunOptions.axes(options.settings).filter { $0.values.count > 1 } }
    let selection = points[0]
    if points.count > 1 { return try await Sweep(runner: self, axes: axes).run(selection.entry, settings, points, plot: plot) }
    Interrupts.listen()
    var run = await selection.narrated(settings)
    if let expected { run.record.expect(expected) }
    let text =
      switch options.format {
      case .text: run.record.text
      case .json: try JSON.text(run.record)
      case .markdown: run.record.markdown
      }
    print(text, terminator: "")
    if let output { try Failure.save(try JSON.text(run.record), to: output) }
    if run.stopped != .interrupted, case .inconclusive = run.verdict, let bound = selection.boundValue, bound < Entry.visible.lowerBound, let weakening = selection.entry.weakening {
      Failure.say("gamekeeper: hint: the bound is too small for so few trials; \(weakening) makes every term large enough to be seen")
    }
    if expected != nil, run.stopped != .interrupted, let why = run.record.outcome.why { Failure.say("gamekeeper: error: \(why)") }
    try Failure.end(run.record.outcome)
  }

  /// One selection, or one for each point of a sweep.
  private func request() throws(CatalogError) -> ([Selection], RunSettings, ExpectedVerdict?) {
    let entry = try Catalog.entry(name, kind: kind)
    let coupling = try coupling.map { name throws(CatalogError) in
      guard let coupling = Coupling(rawValue: name) else {
        throw .unknown("coupling", name, among: Coupling.allCases.map(\.rawValue))
      }
      return coupling
    }
    let verdict = try expected.map { name throws(CatalogError) in
      guard let verdict = ExpectedVerdict(name) else { throw .unknown("verdict", name, among: ExpectedVerdict.names) }
      return verdict
    }
    let points = try Sweep.points(try RunOptions.axes(options.settings)) { settings throws(CatalogError) in
      try Catalog.select(
        entry, adversary: adversary, suite: options.suite, settings: settings, twin: twin, coupling: coupling)
    }
    if options.order != nil, let point = points.first, !point.hasTwoWorlds { throw point.oneWorld("order") }
    guard points.count > 1 || plot == nil else {
      throw CatalogError("`--plot` draws a sweep, and there is one point", hint: "for example --set hashBits=8...16")
    }
    guard points.count == 1 || expected == nil else {
      throw CatalogError("`--expect` names one verdict, and the sweep has \(points.count)", hint: "leave it out, or the sweep")
    }
    return (points, try options.runSettings(defaultTrials: points[0].suite.trials), verdict)
  }
}

extension Failure {
  /// Refuses paths that cannot be written to, before anything is played.
  static func checkPlaces(_ paths: String?...) throws {
    for path in paths.compactMap(\.self) { try checkPlace(path) }
  }

  private static func checkPlace(_ path: String) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw report(CatalogError("`\(path)` cannot be written", hint: "it is a folder"), status: badInput)
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw report(CatalogError("`\(path)` cannot be written", hint: "is the folder there, and writable?"), status: badInput)
    }
  }

  /// Writes a file in one step: it is there as a whole or not at all.
  static func save(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw report(CatalogError("`\(path)` cannot be written", hint: "is the folder there, and writable?"), status: badInput)
    }
  }
}
