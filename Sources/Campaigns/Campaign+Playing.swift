internal import Arena
internal import Foundation
internal import Referee

extension Campaign {
  /// What became of a shard that was to be played.
  public enum Ending: Sendable, Hashable {
    case finished
    /// Whoever asked to stop was heard at the end of a block; what was played is kept.
    case stopped
    /// Another worker is at it.
    case taken
  }

  /// How far a shard is.
  public struct Progress: Sendable {
    public let shard: Int
    public let block, blocks: Int
    /// Trials of the block that was played.
    public let trials: UInt64
    /// What violates a claim and was seen for the first time, with the token of its trial.
    public let finding: (words: String, replay: String)?
  }

  /// Plays what is missing of a shard, block by block; each is on the disk before the next begins.
  /// - Parameters:
  ///   - shouldStop: asked before each block.
  ///   - progress: told after each.
  /// - Throws: `CampaignError` if it cannot be written, or if a finding does not show when it is played again.
  public func play(
    _ shard: Int, shouldStop: () -> Bool, progress: (Progress) -> Void = { _ in }
  ) async throws(CampaignError) -> Ending {
    if folder.finished.contains(shard) { return .finished }
    guard let writer = try ShardWriter(plan, shard, in: folder) else { return .taken }
    let blocks = plan.blocks(of: shard)
    var found: Set<String> = []
    for number in writer.blocks.count..<blocks.count {
      if shouldStop() { return .stopped }
      let (row, trials) = blocks[number]
      let player = players[row]
      let block = await player.play(trials)
      var finding: (words: String, replay: String)?
      if let first = block.counts.firstViolation {
        let words = first.violation.description
        guard player.replay(first.trial).counts.firstViolation == first else {
          throw CampaignError(
            .notDeterministic,
            "trial \(first.trial) of \(plan.rows[row].words) showed that \(words), and does not when it is played again",
            hint: "trials must be functions of their coins; replay: \(player.token(first.trial))")
        }
        if found.insert("\(row) \(words)").inserted { finding = (words, player.token(first.trial)) }
      }
      try writer.append(BlockRecord(row: row, first: trials.lowerBound, block))
      progress(Progress(shard: shard, block: number + 1, blocks: blocks.count, trials: UInt64(trials.count), finding: finding))
    }
    try writer.finish()
    return .finished
  }

  /// The shards that a worker has to play: those with number k + i·n that are not whole.
  public func missing(of worker: WorkerIndex) -> [Int] {
    let finished = Set(folder.finished)
    return stride(from: worker.number, to: plan.shards, by: worker.count).filter { !finished.contains($0) }
  }
}
