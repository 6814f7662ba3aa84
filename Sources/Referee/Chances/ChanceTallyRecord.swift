internal import GameKit

/// The integers of a tally of chances as data, in one order whatever machine wrote it.
public struct ChanceTallyRecord: Codable, Hashable, Sendable {
  struct SpanCount: Codable, Hashable {
    let lower, upper: Int32
    let count: UInt64
  }

  /// A reported chance as two whole numbers, which JSON's readers may not have room for: in text.
  struct ReportCount: Codable, Hashable {
    let kind: Move.Kind
    let chance: Chance
    let misses, hits: UInt64

    private enum CodingKeys: CodingKey { case kind, chance, misses, hits }

    init(_ report: ChanceTally.Report, _ outcomes: ChanceTally.Outcomes) {
      (kind, chance, misses, hits) = (report.kind, report.chance, outcomes.misses, outcomes.hits)
    }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      let (kind, parts) = (try members.decode(String.self, forKey: .kind), try members.decode([String].self, forKey: .chance))
      guard let move = Move.Kind(rawValue: kind), parts.count == 2, let numerator = UInt128(parts[0]),
        let denominator = UInt128(parts[1]), 0 < denominator, numerator <= denominator
      else { throw DecodingError.dataCorruptedError(forKey: .chance, in: members, debugDescription: "no chance of a move") }
      (self.kind, chance) = (move, Chance(numerator, of: denominator))
      misses = try members.decode(UInt64.self, forKey: .misses)
      hits = try members.decode(UInt64.self, forKey: .hits)
    }

    func encode(to encoder: any Encoder) throws {
      var members = encoder.container(keyedBy: CodingKeys.self)
      try members.encode(kind.rawValue, forKey: .kind)
      try members.encode(["\(chance.numerator)", "\(chance.denominator)"], forKey: .chance)
      try members.encode(misses, forKey: .misses)
      try members.encode(hits, forKey: .hits)
    }
  }

  let most: Double
  public let trials: UInt64
  let causes, bits, bad: [SpanCount]
  let reports: [ReportCount]
  public let violations: UInt64
  public let first: TallyRecord.Finding?

  public init(_ tally: ChanceTally) {
    func rows(_ spans: [ChanceTally.Span: UInt64]) -> [SpanCount] {
      spans.map { SpanCount(lower: $0.lower, upper: $0.upper, count: $1) }.sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) }
    }
    (most, trials, violations) = (tally.most, tally.trials, tally.violations)
    (causes, bits, bad) = (rows(tally.causes), rows(tally.bits), rows(tally.bad))
    reports = tally.reports.map(ReportCount.init).sorted {
      ($0.kind.rawValue, $0.chance.denominator, $0.chance.numerator) < (
        $1.kind.rawValue, $1.chance.denominator, $1.chance.numerator
      )
    }
    first = tally.first.map { TallyRecord.Finding(trial: $0.trial, words: $0.violation.description) }
  }

  /// The tally again.
  /// - Parameter replay: the tally of one trial, played again.
  /// - Throws: `NotReplayed` if a counterexample does not show when its trial is played again.
  public func tally(replaying replay: (UInt64) -> ChanceTally) throws(NotReplayed) -> ChanceTally {
    guard let first else { return ChanceTally(self, first: nil) }
    guard let shown = replay(first.trial).first, shown.violation.description == first.words else {
      throw NotReplayed(finding: first)
    }
    return ChanceTally(self, first: shown)
  }
}
