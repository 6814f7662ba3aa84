import Campaigns
import Catalog
import Records
import Scenarios
import Testing

/// A plan is what the file says, is read as it was written, and is nobody else's.
@Suite struct PlanTests {
  @Test func aPlanIsReadAsItWasWritten() async throws {
    let plan = try await TestCampaign.plan()
    #expect(plan.shards == 4 && plan.trials(of: 3) == 450..<600 && plan.rows.count == 2)
    #expect(plan.rows[0].parameters["signatureBits"] == 6 && plan.rows[1].twin == "forgetful")
    let read = try CampaignPlan(text: plan.text, file: "plan.json")
    #expect(read == plan && read.hash == plan.hash && plan.hash.count == 64)
    #expect(try await TestCampaign.plan(commit: "other").hash != plan.hash)
  }

  @Test(arguments: [("\"seed\" : 7", "\"seed\" : 8"), ("\"trials\" : 600", "\"trials\" : 601"), ("ind_uf", "ind_uf1")])
  func aPlanThatWasChangedIsRefused(_ old: String, _ new: String) async throws {
    let text = try await TestCampaign.plan().text
    #expect(text.contains(old))
    let error = #expect(throws: CampaignError.self) { try CampaignPlan(text: text.replacing(old, with: new), file: "plan.json") }
    #expect(
      error?.kind == .badInput && error?.message.hasPrefix("`plan.json`: its hash is ") == true, "\(String(describing: error))")
  }

  @Test(arguments: [
    ("{}", "it is no plan"), ("no JSON", "it is no whole plan"),
    ("{\"plan\": {\"format\": 9}}", "it is a plan of format 9, and this"),
    ("{\"plan\": {\"format\": 1}, \"hash\": \"\"}", "it is no whole plan"),
  ]) func whatIsNoPlanIsRefused(_ text: String, _ words: String) {
    let error = #expect(throws: CampaignError.self) { try CampaignPlan(text: text, file: "plan.json") }
    #expect(error?.message.hasPrefix("`plan.json`: \(words)") == true, "\(String(describing: error))")
  }

  @Test func aPlanOfAnotherCommitIsRefused() async throws {
    let plan = try await TestCampaign.plan()
    #expect(throws: Never.self) { try plan.check(version: "0.1.0", commit: "abc1234", file: "plan.json") }
    for (version, commit) in [("0.1.0", "abc1235"), ("0.2.0", "abc1234")] {
      let error = #expect(throws: CampaignError.self) { try plan.check(version: version, commit: commit, file: "plan.json") }
      #expect(error?.message.contains("was planned by version 0.1.0, commit abc1234; this is") == true)
    }
  }

  @Test(arguments: [
    ("trials: 10", "the key `rows` is missing"), ("rows: []\ntrials: 10", "there are no rows"),
    ("rows: [{hop: ind_uf}]\ntrials: none", "`none` is not a number of trials"),
    ("rows: [{hop: ind_uf}]\ntrials: 0", "`0` is not a number of trials"),
    ("rows: [{hop: nosuch}]\ntrials: 10", "unknown hop `nosuch`"),
    ("rows: [{hop: ind_uf, game: ind_uf}]\ntrials: 10", "a row is about one `game` or one `hop`"),
    ("rows: [{hop: ind_uf, set: {signatureBits: 99}}]\ntrials: 10", "`signatureBits=99` is out of range"),
    ("rows: [{hop: ind_uf}, {hop: ind_uf}]\ntrials: 10", "row 2 stands twice"),
    ("rows: [{hop: ind_uf}]\ntrials: 10\nalpha: 2", "`2` is no error probability"),
    ("rows: [{hop: ind_uf}]\ntrials: 10\nstop: never", "`never` is none of trials, decided"),
    ("rows: [{hop: ind_uf}]\ntrials: 1e15\nshard: 1", "that makes more than 1000000 shards"),
    ("rows: [{hop: ind_uf}]\ntrials: 10\nshard: 11", "a shard of 11 is longer than the whole, 10 trials"),
    ("rows: [{hop: ind_uf}]\ntrials: 10\nshard: 5\nblock: 6", "a block of 6 is longer than a shard, 5 trials"),
    ("rows: [{hop: ind_uf}]\ntrials: 10\nblock: 11", "a block of 11 is longer than the whole, 10 trials"),
    ("rows: [{hop: ind_uf}]\ntrials: 10\nspeed: 1", "unknown key `speed`"),
  ]) func aMistakeIsNamedWithItsPlace(_ yaml: String, _ words: String) {
    let error = #expect(throws: InputError.self) { try PlanFile(yaml: yaml, file: "night.yaml", in: Catalog.registry) }
    #expect(error?.message.contains(words) == true, "\(String(describing: error))")
    #expect(error?.file == "night.yaml")
  }

  /// Whatever is said is planned as it is said; where only the block is, a shard has room for it.
  @Test(arguments: [("shard: 20\nblock: 20", 20, 20), ("shard: 20\nblock: 3", 20, 3), ("block: 20", 20, 20)])
  func whatIsSaidIsNotCut(_ said: String, _ shard: UInt64, _ block: UInt64) throws {
    let file = try PlanFile(yaml: "rows: [{hop: ind_uf}]\ntrials: 20\n\(said)\n", file: "night.yaml", in: Catalog.registry)
    // Trials so slow that a shard of one would do.
    let plan = Calibration(seconds: [1e4]).plan(file, version: "0", commit: "0")
    #expect(plan.shard == shard && plan.block == block)
  }

  @Test func theEstimateAddsUpWhatWasMeasured() async throws {
    let file = try PlanFile(yaml: TestCampaign.yaml, file: "night.yaml", in: Catalog.registry)
    let calibration = await Calibration(file, time: .milliseconds(50))
    let plan = calibration.plan(file, version: "0", commit: "0"), estimate = calibration.estimate(plan, file)
    let sum = calibration.seconds.reduce(0, +)
    #expect(abs(estimate.coreSeconds - 600 * sum) < 1e-9 * 600 * sum && abs(estimate.shardSeconds - 150 * sum) < 1e-9 * 150 * sum)
    #expect(estimate.rows.allSatisfy { $0.secondsPerTrial > 0 && $0.smallestShowable > 0 && $0.smallestShowable < 1 })
  }
}
