public import Coins
public import GameKit
public import Records

/// A game, or a pair of games, with an adversary: what the referee runs, a block of trials at a time. `AnyExperiment` hides its
/// types.
public protocol Experiment: Sendable {
  /// Plays the trials with these numbers, in order. The result depends on `source` and on the numbers alone: on `order`, in which
  /// the worlds of each trial are played, only where somebody breaks a promise.
  func run(_ trials: Trials, source: CoinSource, order: WorldOrder) -> Tally

  /// Plays one trial again and writes down its first `mostSteps` steps, and so many coins as go with them.
  func replay(trial: UInt64, source: CoinSource, mostSteps: Int) -> TrialRecord

  /// Trials on the coins of a tape, for a program that goes through all coins: each call plays one more.
  func trials(on tape: any CoinTape) -> () -> Tally

  /// The worlds of the experiment on the coins of a tape: each call plays one more trial in one world.
  func worlds(on tape: any CoinTape) -> [() -> WorldPlay]

  /// What its trials measure.
  var measure: Measure { get }

  /// What its adversary may use.
  var allowance: Allowance { get }

  /// Whether a trial plays the adversary more than once in each world, as beside a reduction.
  var playsAgain: Bool { get }
}

extension Experiment {
  public var playsAgain: Bool { false }

  /// Plays the left world first, if nothing else is said.
  @inlinable
  public func run(_ trials: Range<UInt64>, source: CoinSource, order: WorldOrder = .leftFirst) -> Tally {
    run(Trials(trials), source: source, order: order)
  }

  /// With as many steps as are ever written down.
  public func replay(trial: UInt64, source: CoinSource) -> TrialRecord {
    replay(trial: trial, source: source, mostSteps: TrialRecord.mostSteps.upperBound)
  }
}
