internal import ArgumentParser
internal import Catalog
internal import Records
internal import Reports

struct Theorem: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plays every hop with all its adversaries and prints one table.",
    discussion: "The error probability is split evenly over the rows, so that the whole table is wrong with probability alpha at most.")

  @OptionGroup var options: RunOptions

  func run() async throws {
    let selections = try Failure.orReport(request)
    var settings = try Failure.orReport { () throws(CatalogError) in
      try options.runSettings(defaultTrials: selections.first?.suite.trials ?? 1)
    }
    settings.judge = .init(alpha: settings.judge.alpha / Double(max(1, selections.count)))
    Interrupts.listen()
    var records: [RunRecord] = []
    var isMet = true
    for selection in selections where !Interrupts.isRaised {
      let progress = Progress(judge: settings.judge, target: settings.rule.trials)
      let run = await selection.run(settings) { progress.show($0) }
      progress.finish()
      records.append(run.record)
      switch run.verdict {
      case .boundExceeded, .invalid, .forfeit: isMet = false
      default: isMet = isMet && run.record.reduction?.verdict != "refuted"
      }
    }
    switch options.format {
    case .text: print(TheoremTable(records).text, terminator: "")
    case .markdown: print(TheoremTable(records).markdown, terminator: "")
    case .json: print(try JSON.text(records), terminator: "")
    }
    if Interrupts.isRaised { throw Failure.interrupted }
    if !isMet { throw Failure.notMet }
  }

  private func request() throws(CatalogError) -> [Selection] {
    var selections: [Selection] = []
    let settings = try options.parameters()
    for entry in Catalog.hops {
      for adversary in entry.adversaries {
        let shown = entry.parameters.compactMap { parameter in
          entry.showcase[parameter.name].map { (name: parameter.name, value: $0) }
        }
        let asked = settings.filter { setting in entry.parameters.contains { $0.name == setting.name } }
        selections.append(
          try Catalog.select(entry, adversary: adversary, suite: options.suite, settings: shown + asked))
      }
    }
    return selections
  }
}
