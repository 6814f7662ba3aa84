import Campaigns
import Foundation
import TestSupport
import Testing

/// What contradicts a claim is told wherever it is, once, and only if it shows again.
@Suite struct FindingsTests {
  @Test func whatWasBegunOrLiesBehindAGapIsTold() async throws {
    let plan = try await TestCampaign.plan(), folder = try TestCampaign.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let campaign = try TestCampaign.campaign(plan, in: folder)
    #expect(try campaign.findings().outcome.status == .met, "nothing is there")
    // Behind a gap, and up to the first block of the second row.
    try await TestCampaign.play(campaign, [3])
    var asked = 0
    _ = try await campaign.play(1) {
      asked += 1
      return asked > 5
    }
    let record = try campaign.findings()
    #expect(try campaign.totals().shards == 0, "none of it is judged")
    #expect(record.whole == 1 && record.begun == 1 && record.blocks == 8 + 5 && record.outcome.status == .notMet)
    #expect(record.findings.count == 1 && record.findings[0].blocks == 4 + 1, "told once: \(record.findings)")
    #expect(record.findings[0].row.contains("forgetful") && record.findings[0].replay.hasPrefix("gk1:"))
  }

  /// The twin: whoever rewrites the checksums, too, is caught where the trial is played again.
  @Test func aFindingThatDoesNotShowAgainIsNotBelieved() async throws {
    let plan = try await TestCampaign.plan(), folder = try TestCampaign.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let campaign = try TestCampaign.campaign(plan, in: folder), file = folder.appending(path: "000002.shard")
    try await TestCampaign.play(campaign, [2])
    let subject = "shard 2 of plan \(plan.hash)"
    let lines = try #require(try Journal.read(file.path, about: subject)).lines
    try FileManager.default.removeItem(at: file)
    let (_, writer) = try JournalWriter.open(file.path, about: subject)
    for line in lines { try writer.append(line.replacing(/answers to query \d/, with: "answers to query 9")) }
    let error = #expect(throws: CampaignError.self) { try campaign.findings() }
    #expect(error?.kind == .notDeterministic && error?.message.contains("does not show what is written of it") == true)
  }
}
