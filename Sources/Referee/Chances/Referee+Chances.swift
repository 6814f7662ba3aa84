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
    var isInterrupted = false
    var tally = chances(Trials(0..<0), source)
    await withTaskGroup(of: (UInt64, ChanceTally).self) { group in
      var (next, committed): (UInt64, UInt64) = (0, 0)
      var waiting: [UInt64: ChanceTally] = [:]
      let blocks = (count + blockSize - 1) / blockSize
      func deal() {
        guard next < blocks else { return }
        let block = next
        group.addTask { (block, chances(Trials(block * blockSize..<min(count, (block + 1) * blockSize)), source)) }
        next += 1
      }
      for _ in 0..<threads { deal() }
      while !isInterrupted, let (block, result) = await group.next() {
        waiting[block] = result
        deal()
        while !isInterrupted, let ready = waiting.removeValue(forKey: committed) {
          committed += 1
          tally += ready
          isInterrupted = !progress()
        }
      }
      group.cancelAll()
    }
    return ChanceOutcome(tally: tally, isInterrupted: isInterrupted)
  }
}
