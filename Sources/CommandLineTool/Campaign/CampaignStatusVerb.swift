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
    var status = CampaignStatus(plan, in: options.place)
    while watch, !status.isWhole, !Interrupts.isRaised {
      Progress.say(status.line)
      try await Task.sleep(for: .seconds(2))
      status = CampaignStatus(plan, in: options.place)
    }
    Progress.finish()
    let told = status
    try outputs.write { try $0.of(text: told.text, markdown: told.text, json: told, status: told.isWhole ? .met : .inconclusive) }
    if !told.isWhole { throw Failure.goOn }
  }
}

/// Which shards are there.
struct CampaignStatus: Encodable {
  let plan: String
  let shards: Int
  let whole, begun: [Int]
  /// How many from the first on are whole.
  let prefix: Int

  init(_ plan: CampaignPlan, in folder: CampaignFolder) {
    (self.plan, shards, whole, begun) = (plan.hash, plan.shards, folder.finished, folder.begun)
    prefix = zip(whole, 0...).prefix { $0 == $1 }.count
  }

  var isWhole: Bool { prefix == shards }
  var line: String { "\(whole.count) of \(shards) shards are whole, \(begun.count) begun; \(prefix) from the first on" }

  var text: String {
    let missing = (0..<shards).filter { !Set(whole).contains($0) }
    return "plan    \(plan)\nshards  \(line)\n"
      + (missing.isEmpty
        ? "" : "missing \(missing.prefix(20).map(String.init).joined(separator: " "))\(missing.count > 20 ? " …" : "")\n")
  }
}
