import Campaigns
import Foundation
import Ledger
import Records
import TestSupport
import Testing

/// The index says what the files say, whatever it said before.
@Suite struct LedgerTests {
  @Test func theIndexIsMadeAgainFromTheFiles() async throws {
    let plan = try await TestCampaign.plan(), folder = try TestCampaign.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "night.json"), shards = folder.appending(path: "night.shards")
    try Data(try plan.text.utf8).write(to: file)
    try FileManager.default.createDirectory(at: shards, withIntermediateDirectories: true)
    let campaign = try TestCampaign.campaign(plan, in: shards)
    try await TestCampaign.play(campaign, [0, 1])
    let record = await campaign.record(try campaign.totals())
    try Data(try JSON.text(record, status: record.outcome.status).utf8).write(to: folder.appending(path: "record.json"))
    try Data("{}".utf8).write(to: folder.appending(path: "other.json"))
    let path = folder.appending(path: "results.sqlite").path
    for _ in 0..<2 {
      let ledger = try Ledger(of: folder.path)
      #expect(ledger.entries.count == 1 && ledger.entries[0].whole == 2 && ledger.entries[0].record?.judged == 2)
      try ledger.write(to: path)
      let script = """
        import sqlite3, sys
        c = sqlite3.connect(sys.argv[1])
        print(c.execute('select "commit", shards, whole, verdict from plans').fetchall())
        print(c.execute('select count(*), sum(trials) from rows').fetchall())
        print(c.execute('select count(*) from findings').fetchall())
        """
      let run = try ChildProcess(["python3", "-c", script, path])
      #expect(run.output == "[('abc1234', 4, 2, 'not met')]\n[(2, 600)]\n[(1,)]\n", "\(run)")
    }
    try Data("no database".utf8).write(to: URL(filePath: path))
    try Ledger(of: folder.path).write(to: path)
    #expect(
      try Data(contentsOf: URL(filePath: path)).prefix(6) == Data("SQLite".utf8), "what stood there is nothing that is needed")
  }

  @Test func aFolderThatIsNotThereIsNamed() {
    let error = #expect(throws: CampaignError.self) { try Ledger(of: "/nowhere") }
    #expect(error?.message == "`/nowhere` is no folder that can be read")
  }
}
