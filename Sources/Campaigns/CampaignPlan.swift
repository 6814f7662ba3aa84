internal import Primitives
public import Records
internal import Words

/// What is played, how many times, and how it is judged: written once, and never changed. Whatever a shard holds is a function of
/// the plan and of the shard's number.
public struct CampaignPlan: Codable, Hashable, Sendable {
  /// The version of the plan and of its shards: another one is refused.
  public static let format = 1

  /// A game or a hop with its adversary, under settings that leave nothing to a default of another version.
  public struct Row: Codable, Hashable, Sendable {
    public let kind, name, adversary, suite, coupling: String
    public let twin: String?
    public let parameters: [String: Int]

    public init(
      kind: String, name: String, adversary: String, suite: String, coupling: String, twin: String?, parameters: [String: Int]
    ) {
      (self.kind, self.name, self.adversary, self.suite) = (kind, name, adversary, suite)
      (self.coupling, self.twin, self.parameters) = (coupling, twin, parameters)
    }

    /// For people.
    public var words: String { "\(name), \(adversary)" + (twin.map { ", twin \($0)" } ?? "") }
  }

  /// When nothing more is played.
  public enum Stop: String, Codable, CaseIterable, Sendable {
    case trials
    /// As soon as the verdicts of all rows are decided.
    case decided
  }

  public let format: Int
  public let rows: [Row]
  @ExactNumber public private(set) var seed: UInt64
  public let generator: String
  /// Of each row.
  public let trials: UInt64
  /// Trials of each row in a shard: shard k is trials k·shard up to (k + 1)·shard.
  public let shard: UInt64
  /// Trials in a block: what a kill loses at most.
  public let block: UInt64
  /// The error probability of the whole campaign, split evenly over the rows.
  public let alpha: Double
  public let stop: Stop
  /// Who made it, and who alone plays it.
  public let version, commit: String

  public init(
    rows: [Row], seed: UInt64, generator: String, trials: UInt64, shard: UInt64, block: UInt64, alpha: Double, stop: Stop,
    version: String, commit: String
  ) {
    format = Self.format
    (self.rows, self.seed, self.generator) = (rows, seed, generator)
    (self.trials, self.shard, self.block) = (trials, min(shard, trials), min(block, shard, trials))
    (self.alpha, self.stop, self.version, self.commit) = (alpha, stop, version, commit)
  }

  /// How many shards there are.
  public var shards: Int { Int((trials + shard - 1) / shard) }

  /// The trials of a shard.
  public func trials(of number: Int) -> Range<UInt64> {
    let first = UInt64(number) * shard
    return first..<min(trials, first + shard)
  }

  /// The blocks of a shard in the order in which they are played.
  func blocks(of number: Int) -> [(row: Int, trials: Range<UInt64>)] {
    let trials = trials(of: number)
    return rows.indices.flatMap { row in
      stride(from: trials.lowerBound, to: trials.upperBound, by: Int(block)).map {
        (row, $0..<min(trials.upperBound, $0 + block))
      }
    }
  }

  // MARK: Files

  private struct File: Codable {
    let hash: String
    let plan: CampaignPlan
  }

  /// The version of what may be something else.
  private struct Version: Decodable {
    struct Plan: Decodable { let format: Int? }
    let plan: Plan?
  }

  /// SHA-256 of the plan as JSON in one line, in hexadecimal digits.
  public var hash: String { Checksum.text(SHA2.sha256.digest(Array(line.utf8))) }

  private var line: String { (try? JSON.line(self)) ?? "" }

  /// The file.
  public var text: String { get throws { try JSON.text(File(hash: hash, plan: self)) } }

  /// - Throws: why the text is no plan of this version, or one that somebody has changed.
  public init(text: String, file: String) throws(CampaignError) {
    func fail(_ why: String, hint: String? = nil) -> CampaignError { CampaignError(.badInput, "`\(file)`: \(why)", hint: hint) }
    let read: File
    do {
      let format = try JSON.read(Version.self, from: text).plan?.format
      guard let format else { throw fail("it is no plan", hint: "`\(CommandWords.line("campaign", "plan"))` writes one") }
      guard format == Self.format else {
        throw fail("it is a plan of format \(format), and this program reads format \(Self.format)", hint: "plan anew")
      }
      read = try JSON.read(File.self, from: text)
    } catch let error as CampaignError { throw error } catch { throw fail("it is no whole plan: \(error)") }
    self = read.plan
    guard read.hash == hash else {
      throw fail(
        "its hash is \(hash.prefix(12))…, and \(read.hash.prefix(12))… is written in it", hint: "a plan is never changed")
    }
    guard trials > 0, trials <= Self.mostTrials, 0 < block, block <= shard, shard <= trials, !rows.isEmpty, alpha > 0, alpha < 1,
      (trials + shard - 1) / shard <= Self.mostShards
    else { throw fail("its numbers are out of range") }
  }

  public static let mostTrials: UInt64 = 1_000_000_000_000_000
  public static let mostShards: UInt64 = 1_000_000

  /// Refuses to play what another program planned: its games may be other ones.
  public func check(version: String, commit: String, file: String) throws(CampaignError) {
    guard (self.version, self.commit) == (version, commit) else {
      throw CampaignError(
        .badInput,
        "`\(file)` was planned by version \(self.version), commit \(self.commit); this is version \(version), commit \(commit)",
        hint: "play it with the program that planned it, or plan anew")
    }
  }
}
