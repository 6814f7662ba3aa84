public import Coins

extension Referee {
  /// Plays these trials on all threads, whatever they show: a block of a run that others judge. What it returns does not depend
  /// on the number of threads.
  /// - Parameter size: of the parts that go to one thread each, in trials.
  public func play(_ experiment: AnyExperiment, _ trials: Range<UInt64>, in size: UInt64) async -> Tally {
    let (source, order) = (source, order)
    var tally = Tally()
    await deal(
      UInt64(trials.count), sizes: size...size,
      { experiment.run($0.lowerBound + trials.lowerBound..<$0.upperBound + trials.lowerBound, source: source, order: order) },
      adding: +=
    ) {
      tally += $0
      return true
    }
    return tally
  }

  /// Adds up the chances of these trials on all threads.
  /// - Parameter size: of the parts that go to one thread each, in trials.
  public func play(
    chances: @escaping @Sendable (Trials, CoinSource) -> ChanceTally, _ trials: Range<UInt64>, in size: UInt64
  ) async -> ChanceTally {
    let source = source
    var tally = chances(Trials(0..<0), source)
    await deal(
      UInt64(trials.count), sizes: size...size,
      { chances(Trials($0.lowerBound + trials.lowerBound..<$0.upperBound + trials.lowerBound), source) }, adding: +=
    ) {
      tally += $0
      return true
    }
    return tally
  }
}
