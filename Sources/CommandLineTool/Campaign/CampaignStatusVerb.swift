internal import ArgumentParser
internal import Campaigns
internal import Foundation
internal import Records
internal import Reports

struct CampaignStatusVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tells which shards of a campaign are whole, begun and missing; judges nothing.",
    discussion: "Exit status: 0 all are whole; 75 there is more to play; 65 the plan is wrong.")

  @OptionGroup var options: CampaignOptions
  @Flag(help: "Tell it again every two seconds, until all are whole.") var watch = false
  @OptionGroup var output: OutputOptions<Format>

  func run() async throws {
    let outputs = try output.outputs(reading: [options.plan])
    let plan = try options.read()
    Interrupts.listen()
    var status = self.status(of: plan)
    while watch, !status.isWhole, !Interrupts.isRaised {
      Progress.say(status.line)
      try await Task.sleep(for: .seconds(2))
      status = self.status(of: plan)
    }
    Progress.finish()
    let told = status
    try outputs.write { try $0.of(text: told.text, markdown: told.text, json: told, status: told.isWhole ? .met : .inconclusive) }
    if !told.isWhole { throw Failure.goOn }
  }

  private func status(of plan: CampaignPlan) -> CampaignStatusRecord {
    let folder = options.place
    return CampaignStatusRecord(plan: plan.hash, shards: plan.shards, whole: folder.finished, begun: folder.begun)
  }
}
