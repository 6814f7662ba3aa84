public import Coins
public import GameKit
public import Records

/// An experiment without its types: what a catalogue can hold in a list.
///
/// It is made of closures because a closure is compiled where the concrete types are known, and so calls specialised code; a
/// protocol's witness for a generic type would run unspecialised, some twenty times slower.
public struct AnyExperiment: Sendable {
  public let measure: Measure
  /// What its adversary may use.
  public let allowance: Allowance
  /// Whether a trial plays the adversary more than once in each world, as beside a reduction.
  public let playsAgain: Bool
  private let runTrials: @Sendable (Trials, CoinSource, WorldOrder) -> Tally
  private let replayTrial: @Sendable (UInt64, CoinSource, Int) -> TrialRecord
  private let tapedTrials: @Sendable (any CoinTape) -> () -> Tally
  private let tapedWorlds: @Sendable (any CoinTape) -> [() -> WorldPlay]
  /// Adds up the chances of these trials, where they are known; nil where not.
  public private(set) var chances: (@Sendable (Trials, CoinSource) -> ChanceTally)?
  /// Why they are not known, where it is more than that no ledger is kept.
  public private(set) var noChances: String?
  /// The same where nothing but coins decides, so that real primitives are not the reason.
  public private(set) var noChancesOfCoins: String?
  /// The same on the coins of a tape, with every success forced.
  public private(set) var tapedChances: (@Sendable (any CoinTape) -> () -> ChancePlay)?
  /// The moves of one trial, and what refutes its account.
  public private(set) var replayedChances: (@Sendable (UInt64, CoinSource) -> (moves: [Move], violation: ChanceViolation?))?
  /// Plays trees that split at the levels of the game; nil where it declares none.
  public private(set) var splitting: SplittingPlay?

  @inlinable
  public init<E: Experiment>(_ experiment: E) {
    self.init(
      measure: experiment.measure, allowance: experiment.allowance, playsAgain: experiment.playsAgain,
      run: { experiment.run($0, source: $1, order: $2) },
      replay: { experiment.replay(trial: $0, source: $1, mostSteps: $2) },
      trials: { experiment.trials(on: $0) }, worlds: { experiment.worlds(on: $0) })
  }

  /// Hides an experiment behind its protocol: slower by a few microseconds a trial, and compiled once for all types. It is for
  /// primitives that cost far more than that, and for planted defects.
  public init(shared experiment: any Experiment) {
    self.init(
      measure: experiment.measure, allowance: experiment.allowance, playsAgain: experiment.playsAgain,
      run: { experiment.run($0, source: $1, order: $2) },
      replay: { experiment.replay(trial: $0, source: $1, mostSteps: $2) },
      trials: { experiment.trials(on: $0) }, worlds: { experiment.worlds(on: $0) })
  }

  @usableFromInline
  init(
    measure: Measure, allowance: Allowance, playsAgain: Bool, run: @escaping @Sendable (Trials, CoinSource, WorldOrder) -> Tally,
    replay: @escaping @Sendable (UInt64, CoinSource, Int) -> TrialRecord,
    trials: @escaping @Sendable (any CoinTape) -> () -> Tally, worlds: @escaping @Sendable (any CoinTape) -> [() -> WorldPlay]
  ) {
    (self.measure, self.allowance, self.playsAgain) = (measure, allowance, playsAgain)
    (runTrials, replayTrial, tapedTrials, tapedWorlds) = (run, replay, trials, worlds)
  }

  /// The same experiment, whose trials are played through others of its kind.
  public func played(
    run: @escaping @Sendable (Range<UInt64>, CoinSource, WorldOrder) -> Tally,
    replay: @escaping @Sendable (UInt64, CoinSource, Int) -> TrialRecord,
    chances: @escaping @Sendable (Range<UInt64>, CoinSource) -> ChanceTally
  ) -> AnyExperiment {
    var played = AnyExperiment(
      measure: measure, allowance: allowance, playsAgain: playsAgain, run: { run($0.numbers, $1, $2) }, replay: replay,
      trials: tapedTrials,
      worlds: tapedWorlds)
    if self.chances != nil { played.chances = { chances($0.numbers, $1) } }
    return played
  }

  public func run(_ trials: Range<UInt64>, source: CoinSource, order: WorldOrder = .leftFirst) -> Tally {
    defer { TrialMark.current.clear() }
    return runTrials(Trials(trials), source, order)
  }
  public func replay(trial: UInt64, source: CoinSource, mostSteps: Int = TrialRecord.mostSteps.upperBound) -> TrialRecord {
    let mark = TrialMark.current
    mark.set(trial)
    defer { mark.clear() }
    return replayTrial(trial, source, mostSteps)
  }
  public func trials(on tape: any CoinTape) -> () -> Tally { tapedTrials(tape) }
  public func worlds(on tape: any CoinTape) -> [() -> WorldPlay] { tapedWorlds(tape) }

  /// The same with its chances, as `run` adds them up.
  @inlinable
  public func accounted<W: ChanceWorlds, A: Adversary, L: Ledger>(_ run: ChanceRun<W, A, L>) -> AnyExperiment {
    with(
      chances: { run.run($0, source: $1) }, taped: { run.trials(on: $0) }, replayed: { run.replay(trial: $0, source: $1) })
  }

  /// The same with the levels of its game.
  @inlinable
  public func levelled<G: LevelledGame, A: Adversary>(
    _ splitting: @escaping @Sendable (_ factor: Int) -> Splitting<G, A>
  ) -> AnyExperiment {
    with { trees, factor, source, shouldStop in splitting(factor).trees(trees, source: source, shouldStop: shouldStop) }
  }

  @usableFromInline
  func with(_ splitting: @escaping SplittingPlay) -> AnyExperiment {
    var copy = self
    copy.splitting = splitting
    return copy
  }

  /// The same without chances.
  public func unaccounted(because why: String) -> AnyExperiment {
    var copy = self
    copy.noChances = why
    return copy
  }

  /// The same without chances, though nothing but coins decides.
  public func unaccounted(ofCoinsBecause why: String) -> AnyExperiment {
    var copy = self
    copy.noChancesOfCoins = why
    return copy
  }

  @usableFromInline
  func with(
    chances: @escaping @Sendable (Trials, CoinSource) -> ChanceTally,
    taped: @escaping @Sendable (any CoinTape) -> () -> ChancePlay,
    replayed: @escaping @Sendable (UInt64, CoinSource) -> (moves: [Move], violation: ChanceViolation?)
  ) -> AnyExperiment {
    var copy = self
    copy.chances = { trials, source in
      defer { TrialMark.current.clear() }
      return chances(trials, source)
    }
    (copy.tapedChances, copy.replayedChances) = (taped, replayed)
    return copy
  }
}
