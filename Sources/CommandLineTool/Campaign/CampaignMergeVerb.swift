internal import ArgumentParser
internal import Campaigns
internal import Records
internal import Reports

struct CampaignMergeVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Takes the shards of other folders to those of a plan, and judges.",
    discussion: """
      It may be done again, and in any order. A shard of another plan, one that was changed or cut off, two of one number with \
      other bytes, and a gap are each refused by name, and nothing is taken then.

      Exit status: as `campaign show`; 65 a shard is refused, or missing before one that is there.
      """)

  @OptionGroup var options: CampaignOptions
  @Argument(help: "Folders with more shards.", completion: .directory) var folders: [String] = []
  @OptionGroup var output: OutputOptions<Format>

  func run() async throws {
    let outputs = try output.outputs(reading: [options.plan])
    let campaign = try options.campaign()
    let totals = try Failure.orReport { () throws(CampaignError) in
      let new = try campaign.merge(folders.map { CampaignFolder($0) })
      if !folders.isEmpty { Failure.say("\(new) new shard\(new == 1 ? "" : "s")") }
      let totals = try campaign.totals()
      try campaign.refuseGap(totals)
      return totals
    }
    try await campaign.record(totals).write(outputs)
  }
}
