internal import ArgumentParser
internal import CBuild
internal import Campaigns
internal import Foundation
internal import Records
internal import Reports

/// A plan, and where its shards lie.
struct CampaignOptions: ParsableArguments {
  @Argument(help: "The plan, as `campaign plan` writes it.", completion: .file(extensions: ["json"])) var plan: String

  @Option(
    help: .init("Where the shards lie. (default: the plan's name with .shards for .json)", valueName: "folder"),
    completion: .directory) var folder: String?

  var place: CampaignFolder { folder.map { CampaignFolder($0) } ?? CampaignFolder(beside: plan) }

  /// The plan as it is read; whoever plays or judges it has to be who made it.
  func read() throws -> CampaignPlan {
    let text = try Files.text(plan)
    return try Failure.orReport { () throws(CampaignError) in
      let read = try CampaignPlan(text: text, file: plan)
      try read.check(version: Gamekeeper.version, commit: String(cString: gamekeeper_commit()), file: plan)
      return read
    }
  }

  /// - Parameter threads: nil for one a core.
  func campaign(threads: Int? = nil) throws -> Campaign {
    let (read, place) = (try read(), place)
    return try Failure.orReport { () throws(CampaignError) in
      try Campaign(
        read, in: Gamekeeper.registry, folder: place, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, file: plan
      )
    }
  }
}

extension CampaignRecord {
  /// Writes it, and ends as it says: with 75 where there is more to play and nothing is refuted.
  func write(_ outputs: Outputs<Format>) throws {
    try outputs.write { try $0.of(text: text, markdown: markdown, json: self, status: outcome.status) }
    if !isComplete, outcome.status != .notMet { throw Failure.goOn }
    try outcome.status.end()
  }
}

extension Failure {
  /// Stopped before the end: run again, it goes on.
  static let goOn = ExitCode(75)

  static func orReport<T>(_ body: () throws(CampaignError) -> T) throws(ExitCode) -> T {
    do { return try body() } catch { throw report(error) }
  }

  static func report(_ error: CampaignError) -> ExitCode {
    let status =
      switch error.kind {
      case .usage: usage
      case .badInput: badInput
      case .unavailable: unavailable
      case .cannotWrite: cannotWrite
      case .notDeterministic: internalError
      }
    say("error: \(error.message)")
    if let hint = error.hint { say("hint: \(hint)") }
    return status
  }
}
