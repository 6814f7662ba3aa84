internal import ArgumentParser
internal import Campaigns
internal import Records
internal import Reports

struct CampaignFindingsVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings", abstract: "Lists what contradicts a claim in any block that is there, judged or not.",
    discussion: """
      One trial refutes, whatever else was played: shards that were only begun count, and those behind a gap. Each finding is \
      played again before it is told, and told once for what it violates, with the token of a trial.

      Exit status: 0 there is none; 1 there are some; 65 the plan or a shard is wrong; 70 a finding does not show again.
      """)

  @OptionGroup var options: CampaignOptions
  @OptionGroup var output: OutputOptions<Format>

  func run() throws {
    let outputs = try output.outputs(reading: [options.plan])
    let campaign = try options.campaign()
    let record = try Failure.orReport { () throws(CampaignError) in try campaign.findings() }
    try outputs.write { try $0.of(text: record.text, markdown: record.markdown, json: record, status: record.outcome.status) }
    try record.outcome.status.end()
  }
}
