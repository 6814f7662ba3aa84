public import Coins
public import Records

/// A game, or a pair of games, with an adversary: what the referee runs, a block of trials at a time. `AnyExperiment` hides its types.
public protocol Experiment: Sendable {
  /// Plays the trials with these numbers, in order. The result depends on `source` and on the numbers alone.
  func run(_ trials: Range<UInt64>, source: CoinSource) -> Tally

  /// Plays one trial again and writes down every step and every coin.
  func replay(trial: UInt64, source: CoinSource) -> TrialRecord

  /// Trials on the coins of a tape, for a program that goes through all coins: each call plays one more.
  func trials(on tape: any CoinTape) -> () -> Tally

  /// The worlds of the experiment on the coins of a tape: each call plays one more trial in one world, and tells what the adversary
  /// saw and said, in a form that can be compared.
  func worlds(on tape: any CoinTape) -> [() -> AnyHashable]

  /// What its trials measure.
  var measure: Measure { get }
}
