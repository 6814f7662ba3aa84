internal import Catalog

extension Selection {
  /// A run that shows its progress on a terminal and stops at an interrupt.
  func narrated(_ settings: RunSettings) async -> Run {
    let progress = Progress(judge: settings.judge, target: settings.rule.trials)
    defer { progress.finish() }
    return await run(settings) { progress.show($0) }
  }
}
