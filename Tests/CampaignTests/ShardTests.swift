import Campaigns
import Foundation
import Synchronization
import TestSupport
import Testing

/// Whatever happens to workers, their shards end as those of one undisturbed run.
@Suite struct ShardTests {
  /// Stops before each block in turn, and goes on with another worker.
  @Test func aShardThatIsStoppedAnywhereEndsWithTheSameBytes() async throws {
    let plan = try await TestCampaign.plan(), whole = try await TestCampaign.undisturbed(plan)
    for stops in 1...7 {
      let folder = try TestCampaign.newFolder()
      defer { try? FileManager.default.removeItem(at: folder) }
      let campaign = try TestCampaign.campaign(plan, in: folder, threads: 2)
      var endings: [Campaign.Ending] = []
      repeat {
        var asked = 0
        endings.append(
          try await campaign.play(1) {
            asked += 1
            return asked > stops
          })
      } while endings.last == .stopped
      #expect(endings.last == .finished && endings.count == (8 + stops - 1) / stops, "\(endings)")
      #expect(try TestCampaign.files(folder) == whole.filter { $0.key == "000001.shard" }, "\(stops)")
    }
  }

  /// Cut off at any place, as by SIGKILL or a loss of power.
  @Test func aPartThatIsCutOffAnywhereIsGoneOnWith() async throws {
    let plan = try await TestCampaign.plan(), whole = try await TestCampaign.undisturbed(plan)
    let bytes = try #require(whole["000002.shard"])
    for length in stride(from: 0, through: bytes.count, by: max(1, bytes.count / 23)) {
      let folder = try TestCampaign.newFolder()
      defer { try? FileManager.default.removeItem(at: folder) }
      try bytes.prefix(length).write(to: folder.appending(path: "000002.1.part"))
      try await TestCampaign.play(try TestCampaign.campaign(plan, in: folder), [2])
      #expect(try TestCampaign.files(folder) == ["000002.shard": bytes], "\(length) of \(bytes.count)")
    }
  }

  /// A part that was changed is believed up to there.
  @Test func aPartThatWasChangedIsPlayedAgainFromThere() async throws {
    let plan = try await TestCampaign.plan(), whole = try await TestCampaign.undisturbed(plan)
    var bytes = try #require(whole["000000.shard"])
    bytes[bytes.count / 2] ^= 1
    let folder = try TestCampaign.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try bytes.write(to: folder.appending(path: "000000.7.part"))
    try await TestCampaign.play(try TestCampaign.campaign(plan, in: folder), [0])
    #expect(try TestCampaign.files(folder) == whole.filter { $0.key == "000000.shard" })
  }

  @Test(arguments: [1, 2, 3]) func soManyWorkersWriteTheSameBytes(_ workers: Int) async throws {
    let plan = try await TestCampaign.plan(), whole = try await TestCampaign.undisturbed(plan)
    let folder = try TestCampaign.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<workers {
        group.addTask {
          let campaign = try TestCampaign.campaign(plan, in: folder, threads: [1, 2, 7][number])
          try await TestCampaign.play(campaign, campaign.missing(of: try WorkerIndex("\(number)/\(workers)")))
        }
      }
      try await group.waitForAll()
    }
    #expect(try TestCampaign.files(folder) == whole)
  }

  /// While one is in the midst of it, another leaves it alone; and should that one not be seen, both end with the same.
  @Test func twoWorkersOnOneShardLoseAndDoubleNothing() async throws {
    let plan = try await TestCampaign.plan(), whole = try await TestCampaign.undisturbed(plan)
    let folder = try TestCampaign.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let endings = try await withThrowingTaskGroup(of: Campaign.Ending.self) { group in
      for _ in 0..<4 {
        group.addTask { try await TestCampaign.campaign(plan, in: folder).play(3, shouldStop: { false }) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(endings.contains(.finished) && !endings.contains(.stopped), "\(endings)")
    #expect(try TestCampaign.files(folder) == whole.filter { $0.key == "000003.shard" })
  }

  /// Its twin: with one other byte two files of a shard are not one.
  @Test func aShardThatIsThereWithOtherBytesIsRefusedAndBothStay() async throws {
    let plan = try await TestCampaign.plan()
    let folder = try TestCampaign.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let campaign = try TestCampaign.campaign(plan, in: folder)
    var error: CampaignError?
    do throws(CampaignError) {
      _ = try await campaign.play(0, shouldStop: { false }) { progress in
        // Somebody else's, a moment before it is finished.
        if progress.block == progress.blocks { try? Data("other\n".utf8).write(to: folder.appending(path: "000000.shard")) }
      }
    } catch let thrown { error = thrown }
    #expect(error?.kind == .notDeterministic && error?.message.contains("are the same shard with other bytes") == true)
    #expect(try TestCampaign.files(folder).count == 2)
  }
}
