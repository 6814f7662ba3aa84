internal import Arena
internal import Coins
internal import Pages
internal import Referee
internal import Synchronization

/// What a run has shown so far; judged a few times a second only, as often as somebody can look.
final class Reporter: Sendable {
  private let selection: Selection
  private let source: CoinSource
  private let experiment: AnyExperiment
  private let measure: Measure
  private let bound: Double?
  private let judge: Judge
  private let target: (counts: UInt64, chances: UInt64)
  private let last = Mutex<(time: ContinuousClock.Instant, progress: PlayState.Progress)?>(nil)

  init(_ selection: Selection, _ settings: RunSettings) {
    (self.selection, source, experiment) = (selection, settings.source, selection.experiment)
    (measure, bound, judge) = (selection.measure, selection.boundValue, selection.judge(of: settings))
    target = (settings.rule.trials, settings.chanceTrials)
  }

  func progress(_ progress: Referee.Progress) -> PlayState.Progress {
    last.withLock { last in
      if let last, ContinuousClock.now - last.time < .milliseconds(200) { return last.progress }
      let now = judged(progress)
      last = (.now, now)
      return now
    }
  }

  private func judged(_ progress: Referee.Progress) -> PlayState.Progress {
    let seconds = progress.elapsed / .seconds(1)
    if let chances = progress.chances {
      return .init(
        trials: chances.trials, target: target.chances, bad: 0, violations: chances.violations, forfeits: 0,
        advantage: judge.judge(chances, measure: measure, bound: nil).advantage, seconds: seconds, tape: Tape([]))
    }
    let tally = progress.tally
    return .init(
      trials: tally.trials, target: target.counts, bad: tally.bad, violations: tally.violations, forfeits: tally.forfeits,
      advantage: judge.judge(tally, measure: measure, bound: nil).advantage, seconds: seconds,
      tape: tape(tally.trials, within: 0.005, at: seconds / Double(max(1, tally.trials))))
  }

  /// What came of the last trials before this one, each played again: as many as take so many seconds.
  /// - Parameter pace: how many seconds a trial takes; the first one is timed where that is not known.
  func tape(_ end: UInt64, within seconds: Double, at pace: Double? = nil) -> Tape {
    guard end > 0 else { return Tape([]) }
    let last = outcome(end - 1)
    let pace = pace ?? ContinuousClock().measure { _ = outcome(end - 1) } / .seconds(1)
    let count = min(Tape.length, end, pace > 0 ? UInt64(min(1e6, seconds / pace)) : Tape.length)
    return Tape((end - max(1, count)..<end - 1).map(outcome) + [last])
  }

  private func outcome(_ trial: UInt64) -> Tape.Trial {
    let tally = experiment.run(trial..<trial + 1, source: source)
    let outcome: Tape.Outcome =
      tally.violations > 0
      ? .violation
      : tally.forfeits > 0
        ? .forfeit : tally.bad > 0 ? .bad : tally.bits.onlyFirst + tally.bits.onlySecond > 0 ? .differs : .nothing
    let token = outcome == .nothing ? nil : ReplayToken(selection, source: source, trial: trial).text
    return .init(trial, outcome, token: token)
  }
}
