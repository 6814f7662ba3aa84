internal import Arena
internal import Pages
internal import Synchronization

/// The runs of the pages, by the address of their page: the same settings give the same run.
actor Runs {
  /// A run that goes on.
  final class Live: Sendable {
    private struct State {
      var progress: PlayState.Progress?
      var lastSeen = ContinuousClock.now
      var cut: PlayState.Cut?
    }

    private let state = Mutex(State())

    /// How far it is, for a page that watches it.
    var seen: PlayState.Progress? {
      state.withLock { state in
        state.lastSeen = .now
        return state.progress
      }
    }

    func stop() { state.withLock { $0.cut = .stopped } }

    /// Why it was ended; nil if it was not.
    var cut: PlayState.Cut? { state.withLock { $0.cut } }

    /// - Parameter violates: whether there is a violation among what was played: it is to be seen.
    /// - Returns: whether it goes on: a run that no page looks at any more does not.
    func go(to progress: PlayState.Progress, violates: Bool) -> Bool {
      state.withLock { state in
        state.progress = progress
        if violates { state.cut = state.cut ?? .violation }
        if ContinuousClock.now - state.lastSeen >= Runs.patience { state.cut = state.cut ?? .unwatched }
        return state.cut == nil
      }
    }
  }

  private enum Entry {
    case playing(Live)
    case ended(PlayState.Ended)
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
    case .ended(let ended): .ended(ended)
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
      let run = await selection.run(timed) { progress in
        let violations = progress.tally.violations + (progress.chances?.violations ?? 0)
        return live.go(to: reporter.progress(progress), violates: violations > 0)
      }
      let token = try? ReplayToken(run.record.telling, in: registry)
      // A run whose last block shows the violation has all its trials.
      let isWhole =
        run.record.trials >= settings.rule.trials && run.record.chances.map { $0.trials >= settings.chanceTrials } ?? true
      let cut: PlayState.Cut? = isWhole ? nil : live.cut ?? .tooLong
      await self.end(
        address,
        .init(run.record, trial: token?.play(mostSteps: 200), tape: reporter.tape(run.record.trials, within: 0.5), cut: cut))
    }
    return true
  }

  private func end(_ address: String, _ end: PlayState.Ended) {
    entries[address] = .ended(end)
    ended.append(address)
    if ended.count > Self.kept { entries[ended.removeFirst()] = nil }
  }
}
