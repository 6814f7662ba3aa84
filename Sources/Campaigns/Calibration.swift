internal import Arena
internal import Coins
internal import Foundation
public import Records
internal import Referee

/// How long trials take here: measured, so that shards and blocks can be sized before anything is planned.
public struct Calibration: Sendable {
  /// Seconds of processor time that a trial takes, row by row.
  public let seconds: [Double]

  /// As it was measured elsewhere.
  package init(seconds: [Double]) { self.seconds = seconds }

  /// Plays each row for about so long, on one thread.
  /// - Parameter time: of each row, of processor time.
  public init(_ file: PlanFile, time: Duration = .seconds(1), shouldStop: () -> Bool = { false }) async {
    var seconds: [Double] = []
    let settings = RunSettings(
      source: CoinSource(kind: file.generator, seed: file.seed) ?? CoinSource(seed: file.seed),
      judge: Judge(alpha: file.alpha / Double(file.rows.count)), rule: StoppingRule(trials: file.trials), threads: 1,
      chanceTrials: file.trials)
    for selection in file.rows where !shouldStop() {
      let player = BlockPlayer(selection, settings)
      // What is done once, such as making keys and tables, is no trial's.
      _ = await player.play(0..<1)
      var (played, trials, began): (UInt64, UInt64, Double) = (0, 1, Self.processorSeconds)
      // Longer and longer stretches: the first ones are too short for the clock.
      while Self.processorSeconds - began < time / .seconds(1), played < file.trials, !shouldStop() {
        _ = await player.play(played..<played + trials)
        (played, trials) = (played + trials, min(trials * 2, file.trials - played))
        if trials == 0 { break }
      }
      if played == 0 { played = 1; began = Self.processorSeconds - 1e-6 }
      seconds.append(max(1e-9, (Self.processorSeconds - began) / Double(played)))
    }
    self.seconds = seconds
  }

  /// What this process has used of all processors.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// All rows, one trial of each.
  private var sum: Double { seconds.reduce(0, +) }

  /// The plan of a file.
  /// - Parameters:
  ///   - seconds: that a shard is to take one core; a block takes a hundredth of that at most, and ten at most.
  public func plan(_ file: PlanFile, shardSeconds: Double = 900, version: String, commit: String) -> CampaignPlan {
    // Powers of two, so that a plan does not hang by the noise of a machine more than it must.
    func power(_ trials: Double) -> UInt64 { UInt64(1) << UInt64(max(0, min(49, log2(max(1, trials)).rounded(.down)))) }
    let least = max(file.block ?? 1, (file.trials + CampaignPlan.mostShards - 1) / CampaignPlan.mostShards)
    let shard = file.shard ?? max(least, power(shardSeconds / max(sum, 1e-12)))
    let slowest = seconds.max() ?? 1e-9
    let block = file.block ?? min(power(min(10, shardSeconds / 100) / slowest), 1 << 20)
    return CampaignPlan(
      rows: file.rows.map { CampaignPlan.Row($0) }, seed: file.seed, generator: file.generator, trials: file.trials, shard: shard,
      block: block, alpha: file.alpha, stop: file.stop, version: version, commit: commit)
  }

  /// What the whole plan takes, and what it can show.
  public func estimate(_ plan: CampaignPlan, _ file: PlanFile) -> CampaignEstimate {
    let total = sum * Double(plan.trials)
    return CampaignEstimate(
      plan: plan.hash, trials: plan.trials, shards: plan.shards, coreSeconds: total,
      shardSeconds: total / Double(plan.trials) * Double(plan.shard),
      rows: zip(file.rows, seconds).map { selection, seconds in
        let judge = selection.judge(sharing: Judge(alpha: plan.alpha / Double(plan.rows.count)))
        return .init(
          row: CampaignPlan.Row(selection).words, secondsPerTrial: seconds,
          smallestShowable: judge.smallestShowable(trials: plan.trials, measure: selection.measure))
      })
  }
}
