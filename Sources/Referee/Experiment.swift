public import Coins
public import Records

/// A game, or a pair of games, with an adversary: what the referee runs, a block of trials at a time. `AnyExperiment` hides its types.
public protocol Experiment: Sendable {
  /// Plays the trials with these numbers, in order. The result depends on `source` and on the numbers alone.
  func run(_ trials: Range<UInt64>, source: CoinSource) -> Tally

  /// Plays one trial again and writes down every step and every coin.
  func replay(trial: UInt64, source: CoinSource) -> TrialRecord

  /// What its trials measure.
  var measure: Measure { get }
}
