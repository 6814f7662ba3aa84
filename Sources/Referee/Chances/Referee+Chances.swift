public import Coins

extension Referee {
  /// What a run has shown of chances so far, and whether it was interrupted.
  public struct ChanceOutcome: Sendable {
    public let tally: ChanceTally
    public let isInterrupted: Bool
  }

  /// Adds up the chances of trials 0, 1, 2, … `count` − 1.
  /// - Parameter progress: called after each committed block; returns false to interrupt.
  public func run(
    chances: @escaping @Sendable (Trials, CoinSource) -> ChanceTally, trials count: UInt64, blockSize: UInt64,
    progress: @Sendable () -> Bool = { true }
  ) async -> ChanceOutcome {
    let source = source
    var (tally, isInterrupted) = (chances(Trials(0..<0), source), false)
    await deal(count, sizes: blockSize...blockSize, { chances(Trials($0), source) }) { block in
      tally += block
      isInterrupted = !progress()
      return !isInterrupted
    }
    return ChanceOutcome(tally: tally, isInterrupted: isInterrupted)
  }
}
