import Arena
import Campaigns
import Catalog
import Foundation
import TestSupport

/// A small campaign: a hop whose bound is attained, and a game that every trial refutes.
enum TestCampaign {
  static let yaml = """
    rows:
      - hop: ind_uf
        adversary: guess
        set: {signatureBits: 6}
      - game: signature-idealization
        adversary: replay
        twin: forgetful
    trials: 600
    shard: 150
    block: 40
    seed: 7
    """

  static func plan(_ yaml: String = yaml, commit: String = "abc1234") async throws -> CampaignPlan {
    let file = try PlanFile(yaml: yaml, file: "night.yaml", in: Catalog.registry)
    return await Calibration(file, time: .zero).plan(file, version: "0.1.0", commit: commit)
  }

  static func campaign(_ plan: CampaignPlan, in folder: URL, threads: Int = 1) throws -> Campaign {
    try Campaign(plan, in: Catalog.registry, folder: CampaignFolder(folder.path), threads: threads, file: "plan.json")
  }

  /// Every file of a folder, by its name.
  static func files(_ folder: URL) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return Dictionary(uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
  }

  /// A new folder, which the caller deletes.
  static func newFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "campaign-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Plays these shards to their ends.
  static func play(_ campaign: Campaign, _ shards: some Sequence<Int>) async throws {
    for shard in shards { _ = try await campaign.play(shard, shouldStop: { false }) }
  }

  /// The folder of one undisturbed run.
  static func undisturbed(_ plan: CampaignPlan) async throws -> [String: Data] {
    let folder = try newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try await play(try campaign(plan, in: folder), 0..<plan.shards)
    return try files(folder)
  }
}
