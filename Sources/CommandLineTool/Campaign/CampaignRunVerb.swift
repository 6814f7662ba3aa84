internal import ArgumentParser
internal import Arena
internal import Campaigns
internal import Foundation
internal import Records
internal import Reports
internal import Words

struct CampaignRunVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Plays what is missing of a campaign; run again, it goes on.",
    discussion: """
      A block of trials is on the disk before the next begins. Control-C, SIGTERM and SIGUSR1 end it after the block in hand, \
      with status 75; whatever ends it otherwise loses that block at most. Several workers may be at it at once: each plays \
      shards that no other is at.

      As a task of an array of jobs it plays the part that SLURM_ARRAY_TASK_ID, AWS_BATCH_JOB_ARRAY_INDEX, PBS_ARRAY_INDEX, \
      SGE_TASK_ID or LSB_JOBINDEX names, of as many as --workers says. Such a worker judges nothing.

      Exit status: that of the verdict, as `campaign show` has it; of a worker 0; 75 there is more to play; 65 the plan or a \
      shard is wrong; 70 a trial is not a function of its coins; 74 a shard cannot be written, and what was is kept.
      """, aliases: ["resume"])

  @OptionGroup var options: CampaignOptions

  @Option(help: .init("Play part k of n, counted from 0, and judge nothing.", valueName: "k/n")) var shard: String?

  @Option(parsing: .unconditional, help: "How many workers an array has. (default: one a shard)") var workers: Int?

  @Option(parsing: .unconditional, help: "Threads; the result does not depend on them (default: one a core).") var threads: Int?

  @Option(parsing: .unconditional, help: "Stop after this time, for example 8h, as control-C does.") var budget: String?

  @OptionGroup var output: OutputOptions<Format>
  @OptionGroup var progress: ProgressOptions

  func run() async throws {
    let outputs = try output.outputs(reading: [options.plan])
    if let threads, !(1...1024).contains(threads) {
      throw Problem.fail("`--threads \(threads)` is out of range: 1 to 1024", status: Failure.usage)
    }
    let time = try Failure.orReport { () throws(CatalogError) in
      try budget.map { text throws(CatalogError) in try RunOptions.duration(text) }
    }
    let campaign = try options.campaign(threads: threads)
    let worker = try Failure.orReport { () throws(CampaignError) in try self.worker(of: campaign.plan) }
    try Failure.orReport { () throws(CampaignError) in
      try campaign.folder.make()
      try campaign.folder.check(campaign.plan)
    }
    Interrupts.listen(beside: [SIGUSR1])
    // A file that has its largest size is an error like a full disk, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    let end = time.map { ContinuousClock.now + $0 }
    func shouldStop() -> Bool { Interrupts.isRaised || end.map { $0 <= .now } == true }
    var isLeft = false
    let narrate = narrate(campaign, worker ?? .all)
    for shard in campaign.missing(of: worker ?? .all) where !shouldStop() {
      if try isDecided(campaign) { break }
      do throws(CampaignError) {
        let ending = try await campaign.play(shard, shouldStop: shouldStop, progress: narrate)
        if ending != .finished { isLeft = true }
      } catch { throw Failure.report(error) }
    }
    Progress.finish()
    campaign.folder.clean()
    if shouldStop() {
      let left = campaign.missing(of: worker ?? .all).count
      if left > 0 {
        Failure.say("stopped: \(left) shard\(left == 1 ? " is" : "s are") not whole; run again, it goes on")
        throw Failure.goOn
      }
    }
    if worker != nil {
      if isLeft { throw Failure.goOn }
      return
    }
    let totals = try Failure.orReport { () throws(CampaignError) in try campaign.totals() }
    try await campaign.record(totals).write(outputs)
  }

  private func worker(of plan: CampaignPlan) throws(CampaignError) -> WorkerIndex? {
    if let shard { return try WorkerIndex(shard) }
    let count = workers ?? plan.shards
    guard count > 0 else { throw CampaignError(.usage, "`--workers \(count)` are none", hint: "1 or more") }
    return try WorkerIndex(ProcessInfo.processInfo.environment, of: count)
  }

  /// Whether a plan that stops where its verdicts are decided does so already; the shards are read again after each.
  private func isDecided(_ campaign: Campaign) throws -> Bool {
    guard campaign.plan.stop == .decided else { return false }
    return try Failure.orReport { () throws(CampaignError) in try campaign.totals().isDecided }
  }

  private func narrate(_ campaign: Campaign, _ worker: WorkerIndex) -> (Campaign.Progress) -> Void {
    let (ticker, began) = (Progress.Ticker(), ContinuousClock.now)
    var (left, told, played): (Set<Int>, Set<String>, UInt64) = (Set(campaign.missing(of: worker)), [], 0)
    return { progress in
      played += progress.trials
      if progress.block == progress.blocks { left.remove(progress.shard) }
      if let finding = progress.finding, told.insert(finding.words).inserted {
        Failure.say("finding: \(finding.words); replay it with: \(CommandWords.replay(finding.replay))")
      }
      let seconds = (ContinuousClock.now - began) / .seconds(1)
      ticker.say(
        "shard \(progress.shard) of \(campaign.plan.shards), block \(progress.block) of \(progress.blocks)   "
          + "\(Number.grouped(UInt64(Double(played) / max(seconds, 1e-3)))) trials a second   \(left.count) shards left")
    }
  }
}
