internal import ArgumentParser
internal import Words

struct CampaignVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign",
    abstract: "Long runs in shards that may die, move and repeat, on one machine or many, judged once.",
    discussion: """
      A plan says what is played. Each shard of it is a file that depends on the plan and on its number alone, whoever writes \
      it, and a verdict speaks of the shards from the first on without a gap, never of what happened to finish first.

      Examples:
        \(Program.name) campaign plan night.yaml -o night.json --estimate
        \(Program.name) campaign run night.json          # may be stopped and started at will
        \(Program.name) campaign show night.json
        \(Program.name) campaign submit night.json --engine slurm

      `\(Program.name) describe files` has every key of the file that a plan is made from.
      """,
    subcommands: [
      CampaignPlanVerb.self, CampaignRunVerb.self, CampaignStatusVerb.self, CampaignMergeVerb.self, CampaignShowVerb.self,
      CampaignFindingsVerb.self, CampaignSubmitVerb.self, CampaignListVerb.self,
    ])
}
