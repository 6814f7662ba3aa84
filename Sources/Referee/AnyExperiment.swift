public import Coins
public import Records

/// An experiment without its types: what a catalogue can hold in a list.
///
/// It is made of closures because a closure is compiled where the concrete types are known, and so calls specialised code; a
/// protocol's witness for a generic type would run unspecialised, some twenty times slower.
public struct AnyExperiment: Sendable {
  public let measure: Measure
  private let runTrials: @Sendable (Range<UInt64>, CoinSource) -> Tally
  private let replayTrial: @Sendable (UInt64, CoinSource) -> TrialRecord

  @inlinable
  public init<E: Experiment>(_ experiment: E) {
    self.init(
      measure: experiment.measure, run: { experiment.run($0, source: $1) }, replay: { experiment.replay(trial: $0, source: $1) })
  }

  @usableFromInline
  init(
    measure: Measure, run: @escaping @Sendable (Range<UInt64>, CoinSource) -> Tally,
    replay: @escaping @Sendable (UInt64, CoinSource) -> TrialRecord
  ) {
    (self.measure, runTrials, replayTrial) = (measure, run, replay)
  }

  public func run(_ trials: Range<UInt64>, source: CoinSource) -> Tally { runTrials(trials, source) }
  public func replay(trial: UInt64, source: CoinSource) -> TrialRecord { replayTrial(trial, source) }
}
