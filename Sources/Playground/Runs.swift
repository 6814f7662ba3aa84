internal import Arena
internal import Pages

/// What pages have begun, by the addresses of the pages: the same settings give the same.
actor Runs<Progress: Sendable, Ended: Sendable> {
  private enum Entry {
    case playing(Live<Progress>)
    case ended(Ended)
  }

  /// At once.
  let most: Int
  /// How many that have ended are kept.
  private let kept: Int

  private var entries: [String: Entry] = [:]
  private var ended: [String] = []

  init(most: Int, kept: Int) { (self.most, self.kept) = (most, kept) }

  func run(at address: String) -> Standing<Progress, Ended> {
    switch entries[address] {
    case .playing(let live): .playing(live.seen)
    case .ended(let ended): .ended(ended)
    case nil: .none
    }
  }

  func stop(_ address: String) { if case .playing(let live) = entries[address] { live.stop() } }

  /// Begins it, unless it goes on already.
  /// - Parameter isLong: it goes on without a pause, where tasks that answer pages could not go on: on a thread of its own. A run
  ///   of trials is none: the tasks of its threads would all be put on that one.
  /// - Returns: whether there is room for it.
  func start(
    _ address: String, isLong: Bool = false, _ work: @escaping @Sendable (Live<Progress>) async -> Ended
  ) -> Bool {
    if case .playing = entries[address] { return true }
    let playing = entries.values.count { if case .playing = $0 { true } else { false } }
    guard playing < most else { return false }
    let live = Live<Progress>()
    ended.removeAll { $0 == address }
    entries[address] = .playing(live)
    // Pages are answered while it goes on: tasks of low priority wait for theirs, and a long one has a thread of its own.
    let thread = isLong ? OneThread() : nil
    thread?.begin()
    Task.detached(executorPreference: thread, priority: .low) {
      await self.end(address, work(live))
      thread?.end()
    }
    return true
  }

  private func end(_ address: String, _ end: Ended) {
    entries[address] = .ended(end)
    ended.append(address)
    if ended.count > kept { entries[ended.removeFirst()] = nil }
  }
}

/// The trials that pages run.
typealias PlayRuns = Runs<PlayState.Progress, PlayState.Ended>

extension PlayRuns {
  init() { self.init(most: 8, kept: 200) }

  func start(_ address: String, _ selection: Selection, _ settings: RunSettings, in registry: Registry) -> Bool {
    var timed = settings
    timed.rule.time = .seconds(120)
    return start(address) { [timed] live in
      let reporter = Reporter(selection, timed)
      let run = await selection.run(timed) { progress in
        // A violation is to be seen.
        if progress.tally.violations + (progress.chances?.violations ?? 0) > 0 { live.cut(.violation) }
        return live.go(to: reporter.progress(progress))
      }
      let token = try? ReplayToken(run.record.telling, in: registry)
      // A run whose last block shows the violation has all its trials.
      let isWhole =
        run.record.trials >= settings.rule.trials && run.record.chances.map { $0.trials >= settings.chanceTrials } ?? true
      let cut: PlayState.Cut? = isWhole ? nil : live.cut ?? .tooLong
      return .init(
        run.record, trial: token?.play(mostSteps: 200, showsReduction: true),
        tape: reporter.tape(run.record.trials, within: 0.5), cut: cut)
    }
  }
}
