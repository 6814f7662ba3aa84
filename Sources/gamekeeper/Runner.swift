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
  let coupling: String
  let expected: String?
  let output: String?
  let options: RunOptions

  func run() async throws {
    let (selection, settings) = try Failure.orReport(request)
    let progress = Progress(judge: settings.judge, target: settings.rule.trials)
    Interrupts.listen()
    let run = await selection.run(settings) { progress.show($0) }
    progress.finish()
    let text =
      switch options.format {
      case .text: run.record.text
      case .json: try JSON.text(run.record)
      case .markdown: run.record.markdown
      }
    print(text, terminator: "")
    if let output { try Failure.save(try JSON.text(run.record), to: output) }
    if run.stopped == .interrupted { throw Failure.interrupted }
    try check(run)
  }

  private func request() throws(CatalogError) -> (Selection, RunSettings) {
    let entry = try Catalog.entry(name, kind: kind)
    guard let coupling = Coupling(rawValue: coupling) else {
      throw .unknown("coupling", coupling, among: Coupling.allCases.map(\.rawValue))
    }
    if let expected, !Verdict.names.contains(expected) { throw .unknown("verdict", expected, among: Verdict.names) }
    let selection = try Catalog.select(
      entry, adversary: adversary, suite: options.suite, settings: try options.parameters(), twin: twin, coupling: coupling)
    return (selection, try options.runSettings(defaultTrials: selection.suite.trials))
  }

  /// A refuted reduction is never what was expected; without an expectation, a run fails if it contradicts the theory or itself.
  private func check(_ run: Selection.Run) throws {
    if run.record.reduction?.verdict == "refuted" { throw Failure.notMet }
    if let expected {
      if run.verdict.name == expected { return }
      Failure.say("gamekeeper: error: verdict `\(expected)` was expected, the run ends with `\(run.verdict.name)`")
      if case .inconclusive = run.verdict { throw Failure.inconclusive }
      throw Failure.notMet
    }
    if let status = run.status { throw status }
  }
}

extension Failure {
  /// Writes a file in one step: it is there as a whole or not at all.
  static func save(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw report(CatalogError("`\(path)` cannot be written", hint: "is the folder there, and writable?"), status: badInput)
    }
  }
}
