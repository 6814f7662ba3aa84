internal import Arena
internal import Pages
internal import Records
internal import Referee
internal import Synchronization

/// The runs of the pages, by the address of their page: the same settings give the same run.
actor Runs {
  /// A run that goes on.
  final class Live: Sendable {
    private struct State {
      var progress: PlayState.Progress?
      var lastSeen = ContinuousClock.now
      var isStopped = false
    }

    private let state = Mutex(State())

    /// How far it is, for a page that watches it.
    var seen: PlayState.Progress? {
      state.withLock { state in
        state.lastSeen = .now
        return state.progress
      }
    }

    func stop() { state.withLock { $0.isStopped = true } }

    /// - Returns: whether it goes on: a run that no page looks at any more does not.
    func go(to progress: PlayState.Progress) -> Bool {
      state.withLock { state in
        state.progress = progress
        return !state.isStopped && ContinuousClock.now - state.lastSeen < Runs.patience
      }
    }
  }

  private enum Entry {
    case playing(Live)
    case ended(RunRecord, TrialRecord?)
  }

  /// At once.
  static let most = 4
  static let patience = Duration.seconds(20)
  /// How many that have ended are kept.
  private static let kept = 200
  private static let longest = Duration.seconds(120)

  private var entries: [String: Entry] = [:]
  private var ended: [String] = []

  func run(at address: String) -> PlayState.Run {
    switch entries[address] {
    case .playing(let live): .playing(live.seen)
    case .ended(let record, let trial): .ended(record, trial)
    case nil: .none
    }
  }

  func stop(_ address: String) { if case .playing(let live) = entries[address] { live.stop() } }

  /// Begins a run, unless it goes on already.
  /// - Returns: whether there is room for it.
  func start(_ address: String, _ selection: Selection, _ settings: RunSettings, in registry: Registry) -> Bool {
    if case .playing = entries[address] { return true }
    let playing = entries.values.count { if case .playing = $0 { true } else { false } }
    guard playing < Self.most else { return false }
    let live = Live()
    ended.removeAll { $0 == address }
    entries[address] = .playing(live)
    var timed = settings
    timed.rule.time = Self.longest
    // Behind the pages: they are answered while it goes on.
    Task.detached(priority: .low) { [timed] in
      let reporter = Reporter(selection, timed)
      let run = await selection.run(timed) { live.go(to: reporter.progress($0)) }
      let token = try? ReplayToken(run.record.telling, in: registry)
      await self.end(address, run.record, token?.play(mostSteps: 200))
    }
    return true
  }

  private func end(_ address: String, _ record: RunRecord, _ trial: TrialRecord?) {
    entries[address] = .ended(record, trial)
    ended.append(address)
    if ended.count > Self.kept { entries[ended.removeFirst()] = nil }
  }
}

/// What a run has shown so far; judged a few times a second only, as often as somebody can look.
private final class Reporter: Sendable {
  private let measure: Measure
  private let bound: Double?
  private let judge: Judge
  private let target: (counts: UInt64, chances: UInt64)
  private let last = Mutex<(time: ContinuousClock.Instant, progress: PlayState.Progress)?>(nil)

  init(_ selection: Selection, _ settings: RunSettings) {
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
        advantage: judge.judge(chances, measure: measure, bound: nil).advantage, seconds: seconds)
    }
    let tally = progress.tally
    return .init(
      trials: tally.trials, target: target.counts, bad: tally.bad, violations: tally.violations, forfeits: tally.forfeits,
      advantage: judge.judge(tally, measure: measure, bound: nil).advantage, seconds: seconds)
  }
}
