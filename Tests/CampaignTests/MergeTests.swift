import Arena
import Campaigns
import Catalog
import Foundation
import Records
import TestSupport
import Testing

/// What is judged is a function of the shards from the first on; what does not belong to them is refused by name.
@Suite struct MergeTests {
  private func words(_ record: CampaignRecord) throws -> String { try JSON.text(record, status: record.outcome.status) }

  /// In whatever order shards are read, and however often they are merged.
  @Test func ordersDoNotMatter() async throws {
    let plan = try await TestCampaign.plan(), source = try TestCampaign.newFolder(), target = try TestCampaign.newFolder()
    defer { for folder in [source, target] { try? FileManager.default.removeItem(at: folder) } }
    let campaign = try TestCampaign.campaign(plan, in: source)
    try await TestCampaign.play(campaign, 0..<plan.shards)
    let whole = try words(await campaign.record(try campaign.totals()))
    for order in [[3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
      #expect(try words(await campaign.record(try campaign.totals(order))) == whole, "\(order)")
    }
    let merged = try TestCampaign.campaign(plan, in: target)
    #expect(try merged.merge([CampaignFolder(source.path)]) == 4)
    #expect(try merged.merge([CampaignFolder(source.path), CampaignFolder(source.path)]) == 0, "again")
    #expect(try TestCampaign.files(target) == TestCampaign.files(source))
    #expect(try words(await merged.record(try merged.totals())) == whole)
  }

  /// The record of a campaign says what one run of so many trials says.
  @Test func aCampaignSaysWhatOneRunSays() async throws {
    let plan = try await TestCampaign.plan(), folder = try TestCampaign.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let campaign = try TestCampaign.campaign(plan, in: folder, threads: 2)
    try await TestCampaign.play(campaign, [2, 0, 3, 1])
    let record = await campaign.record(try campaign.totals())
    let file = try PlanFile(yaml: TestCampaign.yaml, file: "night.yaml", in: Catalog.registry)
    for (row, selection) in zip(record.rows, file.rows) {
      let run = await selection.run(
        RunSettings(
          source: .init(seed: 7), judge: .init(alpha: 5e-4), rule: .init(trials: 600), threads: 1, chanceTrials: 600)
      ).record
      #expect(row.advantage == run.advantage && row.bad == run.bad && row.verdict == run.verdict && row.reason == run.reason)
      #expect(row.replay == run.replay && row.lockstep == run.lockstep && row.reduction == run.reduction && row.bits == run.bits)
    }
    #expect(record.isComplete && record.outcome.status == .notMet && record.judged == 4)
    #expect(record.findings.count == 1 && record.findings[0].words.contains("two answers to query"), "\(record.findings)")
    let token = try ReplayToken(record.findings[0].replay, in: Catalog.registry)
    #expect(token.selection.adversary == "replay" && token.trial == 0)
  }

  @Test func aGapIsNamedAndWhatIsBeforeItIsJudged() async throws {
    let plan = try await TestCampaign.plan(), folder = try TestCampaign.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let campaign = try TestCampaign.campaign(plan, in: folder)
    try await TestCampaign.play(campaign, [0, 3])
    let totals = try campaign.totals()
    #expect(totals.shards == 1 && totals.waiting == [3])
    let error = #expect(throws: CampaignError.self) { try campaign.refuseGap(totals) }
    #expect(error?.message.contains("shards 1, 2 are missing before shard 3") == true, "\(String(describing: error))")
    let record = await campaign.record(totals)
    #expect(record.rows.allSatisfy { $0.trials == 150 } && !record.isComplete)
    try await TestCampaign.play(campaign, [1, 2])
    #expect(throws: Never.self) { try campaign.refuseGap(try campaign.totals()) }
  }

  enum Harm: String, CaseIterable { case foreign, renamed, cutOff, changed, noEnd, twice, finding }

  @Test(arguments: Harm.allCases) func whatIsWrongWithAShardIsNamed(_ harm: Harm) async throws {
    let plan = try await TestCampaign.plan(), other = try await TestCampaign.plan(commit: "other")
    let (source, target) = (try TestCampaign.newFolder(), try TestCampaign.newFolder())
    defer { for folder in [source, target] { try? FileManager.default.removeItem(at: folder) } }
    let file = source.appending(path: "000000.shard")
    try await TestCampaign.play(try TestCampaign.campaign(harm == .foreign ? other : plan, in: source), [0])
    let bytes = try Data(contentsOf: file), lines = bytes.split(separator: 10).map { $0 + [10] }
    let (place, kind, words): (URL, CampaignError.Kind, String)
    switch harm {
    case .foreign: (place, kind, words) = (file, .badInput, "it is a shard of another plan, ")
    case .renamed:
      (place, kind, words) = (source.appending(path: "000001.shard"), .badInput, "it holds shard 0, and is named as 1")
      try FileManager.default.moveItem(at: file, to: place)
    case .cutOff:
      (place, kind, words) = (file, .badInput, "it is cut off after line ")
      try bytes.dropLast(20).write(to: file)
    case .changed:
      (place, kind, words) = (file, .badInput, "line 4 was changed: its checksum does not match")
      var changed = lines
      changed[3][changed[3].startIndex + 60] ^= 1
      try Data(changed.flatMap(\.self)).write(to: file)
    case .noEnd:
      (place, kind, words) = (file, .badInput, "it has 8 of 8 blocks and no end")
      try Data(lines.dropLast().flatMap(\.self)).write(to: file)
    case .twice:
      (place, kind, words) = (file, .badInput, "line 10 was changed")
      try Data((lines.dropLast() + lines.suffix(2)).flatMap(\.self)).write(to: file)
    case .finding:
      // Whoever rewrites the checksums, too, is caught where the trial is played again.
      (place, kind, words) = (file, .notDeterministic, "does not show what is written of it: the two answers to query 9 differ")
      let texts = lines.map { line in
        String(String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 1)[1].dropLast())
      }
      try FileManager.default.removeItem(at: file)
      let (_, writer) = try JournalWriter.open(file.path, about: "shard 0 of plan \(plan.hash)")
      for text in texts { try writer.append(text.replacing(/answers to query \d/, with: "answers to query 9")) }
    }
    let campaign = try TestCampaign.campaign(plan, in: target)
    let error = #expect(throws: CampaignError.self) {
      _ = try campaign.merge([CampaignFolder(source.path)])
      _ = try campaign.totals()
    }
    #expect(error?.kind == kind && error?.message.contains(words) == true, "\(String(describing: error))")
    if harm != .finding {
      #expect(error?.message.contains(place.path) == true)
      #expect(try TestCampaign.files(target).isEmpty, "nothing is taken")
    }
  }

  @Test func twoFilesOfAShardWithOtherBytesAreBothNamed() async throws {
    let plan = try await TestCampaign.plan()
    let (source, target) = (try TestCampaign.newFolder(), try TestCampaign.newFolder())
    defer { for folder in [source, target] { try? FileManager.default.removeItem(at: folder) } }
    try await TestCampaign.play(try TestCampaign.campaign(plan, in: source), [0])
    try Data("other\n".utf8).write(to: target.appending(path: "000000.shard"))
    let error = #expect(throws: CampaignError.self) {
      try TestCampaign.campaign(plan, in: target).merge([CampaignFolder(source.path)])
    }
    for folder in [source, target] { #expect(error?.message.contains(folder.appending(path: "000000.shard").path) == true) }
    #expect(try TestCampaign.files(target)["000000.shard"] == Data("other\n".utf8))
  }

  @Test func aShardBeyondThePlanIsRefused() async throws {
    let plan = try await TestCampaign.plan(), folder = try TestCampaign.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data().write(to: folder.appending(path: "000004.shard"))
    let error = #expect(throws: CampaignError.self) { try TestCampaign.campaign(plan, in: folder).totals() }
    #expect(error?.message.contains("the plan has 4 shards") == true)
  }

  /// A plan that stops where its verdicts are decided is judged there, however much was played behind it.
  @Test func aPlanThatIsDecidedIsJudgedWhereItWas() async throws {
    let yaml = """
      rows: [{game: signature-idealization, adversary: replay, twin: forgetful}]
      trials: 400
      shard: 100
      block: 50
      stop: decided
      """
    let plan = try await TestCampaign.plan(yaml), folder = try TestCampaign.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let campaign = try TestCampaign.campaign(plan, in: folder)
    try await TestCampaign.play(campaign, [0])
    let first = try words(await campaign.record(try campaign.totals()))
    try await TestCampaign.play(campaign, [3, 1])
    let record = await campaign.record(try campaign.totals())
    #expect(record.judged == 1 && record.isComplete && record.rows[0].trials == 100 && record.rows[0].stopped == .decided)
    #expect(try words(record).replacing("\"waiting\" : [\n    3\n  ]", with: "\"waiting\" : [\n\n  ]") == first)
  }
}
