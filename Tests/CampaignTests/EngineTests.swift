import Campaigns
import Foundation
import TestSupport
import Testing

/// What engines are given, and what they say to a worker.
@Suite struct EngineTests {
  private func request(workers: Int, most: Int = 1001, queue: String? = "q") -> Engine.Request {
    .init(
      plan: "/a b/plan.json", folder: "/a b/plan.shards", program: "/bin/gamekeeper", workers: workers, atOnce: 5, queue: queue,
      definition: "d", maximumArray: most)
  }

  @Test(arguments: [
    ("SLURM_ARRAY_TASK_ID", "3", 3), ("AWS_BATCH_JOB_ARRAY_INDEX", "0", 0), ("PBS_ARRAY_INDEX", "2", 2), ("PBS_ARRAYID", "1", 1),
    ("SGE_TASK_ID", "4", 3), ("LSB_JOBINDEX", "1", 0),
  ]) func everyVariableNamesAWorker(_ name: String, _ value: String, _ number: Int) throws {
    let worker = try WorkerIndex([name: value], of: 4)
    #expect(worker?.number == number && worker?.count == 4)
    let error = #expect(throws: CampaignError.self) { try WorkerIndex([name: "9"], of: 4) }
    #expect(error?.message == "`\(name)=9` names no worker of 4")
  }

  @Test func whatIsNoArrayNamesNobody() throws {
    #expect(try WorkerIndex([:], of: 4) == nil && WorkerIndex(["SGE_TASK_ID": "undefined"], of: 4) == nil)
    #expect(try WorkerIndex(["LSB_JOBINDEX": "0"], of: 4) == nil)
  }

  @Test(arguments: ["4/4", "-1/4", "1", "1/2/3", "a/b", "0/0"]) func whatNamesNoWorkerIsRefused(_ text: String) {
    let error = #expect(throws: CampaignError.self) { try WorkerIndex(text) }
    #expect(error?.kind == .usage && error?.message == "`\(text)` names no worker")
  }

  @Test func workersPlayEachShardOnce() async throws {
    let folder = try TestCampaign.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let campaign = try TestCampaign.campaign(try await TestCampaign.plan(), in: folder)
    for count in 1...6 {
      let shards = try (0..<count).flatMap { campaign.missing(of: try WorkerIndex("\($0)/\(count)")) }
      #expect(shards.sorted() == [0, 1, 2, 3], "\(count)")
    }
  }

  @Test func anArrayThatIsTooLargeIsRefused() throws {
    #expect(throws: Never.self) { try Engine.slurm.script(request(workers: 1001)) }
    let error = #expect(throws: CampaignError.self) { try Engine.slurm.script(request(workers: 1002)) }
    #expect(error?.kind == .usage && error?.message == "1002 workers are more than an array of 1001 has room for")
    #expect(error?.hint?.contains("--workers 1001") == true)
  }

  @Test func slurmIsToldAllOfIt() throws {
    let script = try Engine.slurm.script(request(workers: 20))
    for words in [
      "--array=0-19%5", "--requeue", "--signal=B:USR1@120", "--open-mode=append", "--dependency=afterany:\"$job\"",
      "--workers 20",
      "'/a b/plan.json'", "campaign merge",
    ] { #expect(script.contains(words), "\(words)") }
  }

  @Test func awsBatchNeedsAQueue() throws {
    let script = try Engine.awsBatch.script(request(workers: 20))
    #expect(script.contains("--array-properties size=20") && script.contains("--depends-on jobId=\"$job\""))
    #expect(try !Engine.awsBatch.script(request(workers: 1)).contains("array-properties"), "an array has two jobs at least")
    let error = #expect(throws: CampaignError.self) { try Engine.awsBatch.script(request(workers: 2, queue: nil)) }
    #expect(error?.message == "AWS Batch needs a queue and a job definition")
  }

  @Test(arguments: Engine.allCases) func aShellCanReadWhatIsWritten(_ engine: Engine) throws {
    try inScratchFolder { folder in
      let file = folder.appending(path: "script")
      try Data(try engine.script(request(workers: 3)).utf8).write(to: file)
      let run = try ChildProcess(["sh", "-n", file.path])
      #expect(run.status == 0 && run.error == "", "\(run)")
    }
  }

  @Test func printHasAWorkerALine() throws {
    let lines = try Engine.print.script(request(workers: 3)).split(separator: "\n")
    #expect(lines.count == 4 && lines[2].hasSuffix("--shard 2/3") && lines[3].contains("campaign merge"))
  }
}
