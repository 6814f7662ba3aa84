internal import Foundation

/// Where the shards of a plan lie: a file each, and a file each that is not whole yet.
public struct CampaignFolder: Sendable {
  public let path: String

  /// The folder beside a plan that is named after it.
  public init(beside plan: String) {
    path = (plan.hasSuffix(".json") ? String(plan.dropLast(".json".count)) : plan) + ".shards"
  }

  public init(_ path: String) { self.path = path }

  /// Makes it, if it is not there.
  public func make() throws(CampaignError) {
    do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      throw CampaignError(.cannotWrite, "the folder `\(path)` cannot be made")
    }
  }

  static let (whole, part) = (".shard", ".part")

  /// With leading zeros, so that a list of names is in order.
  static func name(_ shard: Int) -> String {
    let digits = String(shard)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  func file(_ shard: Int) -> String { "\(path)/\(Self.name(shard))\(Self.whole)" }

  /// The names in it; none if it is not there.
  private var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  /// The numbers of the shards that are whole, in order.
  public var finished: [Int] {
    names.filter { $0.hasSuffix(Self.whole) }.compactMap { Int($0.dropLast(Self.whole.count)) }.sorted()
  }

  /// The files of shards that are not whole.
  func parts(of shard: Int) -> [String] {
    names.filter { $0.hasPrefix("\(Self.name(shard)).") && $0.hasSuffix(Self.part) }.map { "\(path)/\($0)" }
  }

  /// The numbers of the shards that were begun and are not whole.
  public var begun: [Int] {
    let finished = Set(finished)
    return Set(names.filter { $0.hasSuffix(Self.part) }.compactMap { $0.split(separator: ".").first.flatMap { Int($0) } })
      .subtracting(finished).sorted()
  }

  /// Deletes what dead workers have left of shards that are whole.
  public func clean() { for shard in Set(finished) where !parts(of: shard).isEmpty { forgetParts(of: shard) } }

  func forgetParts(of shard: Int) {
    for path in parts(of: shard) {
      let descriptor = open(path, O_RDWR | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      // Who is alive has its lock; where there are no locks it finds that its shard is whole.
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { unlink(path) }
      close(descriptor)
    }
  }

  /// What lies in it and is no shard of the plan: whoever put it there is told.
  public func check(_ plan: CampaignPlan) throws(CampaignError) {
    for shard in finished where shard >= plan.shards {
      throw CampaignError(.badInput, "`\(file(shard))`: the plan has \(plan.shards) shards, counted from 0")
    }
  }
}
