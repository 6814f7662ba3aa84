internal import Catalog

extension Selection {
  /// A run that shows its progress and stops at an interrupt.
  func narrated(_ settings: RunSettings) async -> Run {
    defer { Progress.finish() }
    return await run(settings, progress: Progress.running("\(entry.name), \(adversary)", judge: settings.judge, target: settings.rule.trials))
  }
}
