internal import ArgumentParser
internal import Campaigns
internal import Records
internal import Reports

struct CampaignShowVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Judges a campaign by its shards from the first on without a gap.",
    discussion: """
      Findings are played again before they are told.

      Exit status: 0 nothing contradicts a bound; 1 something does; 2 too few trials to tell; 75 there is more to play, and \
      nothing contradicts a bound so far; 65 the plan or a shard is wrong; 70 a finding does not show again.
      """)

  @OptionGroup var options: CampaignOptions
  @OptionGroup var output: OutputOptions<Format>

  func run() async throws {
    let outputs = try output.outputs(reading: [options.plan])
    let campaign = try options.campaign()
    let totals = try Failure.orReport { () throws(CampaignError) in try campaign.totals() }
    try await campaign.record(totals).write(outputs)
  }
}
