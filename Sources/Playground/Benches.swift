internal import AdversaryBridge
internal import Arena
@_spi(Harness) internal import Coins
internal import Grading
internal import Pages
internal import Records
internal import Referee

/// The adversaries that are written in a page and run there, against games that are played here.
actor Benches {
  /// At once.
  static let most = 4
  /// Of a run.
  static let mostTrials: UInt64 = 10_000
  private static let longest = Duration.seconds(300)
  /// How many that have ended are kept.
  private static let kept = 50

  private enum Stage {
    case playing(Relay, Live<PlayState.Progress>)
    case ended(Shown)
  }

  /// What a run has shown.
  struct Shown: Sendable {
    let record: RunRecord
    let trial: TrialRecord?
    /// What an assignment makes of it; nil where none was asked for.
    let grade: GradeRecord?
  }

  private struct Bench {
    /// The address of the page on which it is written.
    let page: String
    var stage: Stage
  }

  /// What is told to the page.
  enum Told: Sendable {
    case playing([Relay.News], PlayState.Progress?)
    case ended
  }

  private var benches: [String: Bench] = [:]
  private var ended: [String] = []

  /// Begins a run, for a grade if there is an assignment.
  /// - Returns: its name; nil if there is no room for another one.
  func begin(
    _ relay: Relay, _ selection: Selection, trials: UInt64, for assignment: Assignment?, on page: String, in registry: Registry
  ) -> String? {
    let playing = benches.values.count { if case .playing = $0.stage { true } else { false } }
    guard playing < Self.most else { return nil }
    let name = String(UInt64.random(in: 1 << 60...UInt64.max), radix: 16)
    let live = Live<PlayState.Progress>()
    benches[name] = Bench(page: page, stage: .playing(relay, live))
    var settings = RunSettings(
      source: CoinSource(seed: 0, secret: .drawn()), judge: assignment?.judge() ?? Judge(alpha: 1e-3),
      rule: StoppingRule(trials: trials), threads: 1)
    settings.rule.time = Self.longest
    // A grade counts what has happened.
    if assignment != nil { settings.chances = .off }
    // It waits for the page, where other tasks could not go on.
    let thread = OneThread()
    thread.begin()
    let began = ContinuousClock.now
    Task.detached(executorPreference: thread) { [settings] in
      let reporter = Reporter(selection, settings)
      // What the reader wrote is judged by all its trials.
      let run = await selection.run(settings) { live.go(to: reporter.progress($0)) }
      let token = try? ReplayToken(run.record.telling, in: registry) { _ throws(CatalogError) in
        guard let outsider = selection.attack?.outsider else { throw CatalogError("nobody plays from outside") }
        return outsider
      }
      let trial = token?.play(mostSteps: 200)
      relay.stop()
      let grade = assignment.map {
        GradeRecord(
          $0, by: selection.adversary, run.record, student: nil, confinement: "a worker of the page",
          seconds: (ContinuousClock.now - began) / .seconds(1))
      }
      await self.end(name, Shown(record: run.record, trial: trial, grade: grade))
      thread.end()
    }
    return name
  }

  /// Carries what the adversary says, and what it is told.
  func exchange(_ name: String, _ page: String, _ said: [(player: Int, line: String)]) async throws(CatalogError) -> Told {
    guard case .playing(let relay, let live) = try stage(name, page) else { return .ended }
    let progress = live.seen
    return .playing(await relay.exchange(said), progress)
  }

  func stop(_ name: String, _ page: String) {
    guard case .playing(let relay, let live)? = try? stage(name, page) else { return }
    live.stop()
    relay.stop()
  }

  /// What it has shown; nil before it has ended.
  func shown(_ name: String, _ page: String) throws(CatalogError) -> Shown? {
    guard case .ended(let shown) = try stage(name, page) else { return nil }
    return shown
  }

  private func stage(_ name: String, _ page: String) throws(CatalogError) -> Stage {
    guard let bench = benches[name], bench.page == page else {
      throw CatalogError("this run is not kept any more", hint: "[run it again](\(page)): what you wrote is kept in the browser")
    }
    return bench.stage
  }

  private func end(_ name: String, _ shown: Shown) {
    benches[name]?.stage = .ended(shown)
    ended.append(name)
    if ended.count > Self.kept { benches[ended.removeFirst()] = nil }
  }
}
