internal import Arena

extension Selection {
  /// A run that shows its progress and stops at an interrupt.
  func narrated(_ settings: RunSettings) async -> Run {
    defer { Progress.finish() }
    return await run(
      settings,
      progress: Progress.running(
        "\(entry.name), \(adversary)", judge: settings.judge, measure: entry.hasBadEvent ? nil : measure,
        target: settings.rule.trials, chances: (measure, settings.chanceTrials)))
  }
}
