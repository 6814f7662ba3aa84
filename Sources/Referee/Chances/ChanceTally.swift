public import GameKit
internal import Statistics

/// What a block of trials showed of chances: integers, so that blocks merge exactly and in any grouping.
public struct ChanceTally: Hashable, Sendable {
  /// A reported chance of one kind of move.
  public struct Report: Hashable, Sendable {
    public let kind: Move.Kind
    public let chance: Chance
  }

  public struct Outcomes: Hashable, Sendable {
    public var misses: UInt64 = 0
    public var hits: UInt64 = 0
  }

  /// A trial number with what it refutes.
  public struct Counterexample: Hashable, Sendable {
    public let trial: UInt64
    public let violation: ChanceViolation
  }

  /// Steps of the grid on which sums lie, from 0 to the most that the budget allows.
  static let steps = 1 << 20

  /// A place between two points of the grid, rounded outward.
  struct Span: Hashable {
    let lower, upper: Int32
  }

  /// What no sum of chances exceeds.
  public let most: Double
  public private(set) var trials: UInt64 = 0
  /// A: the chances of a trial's moves, up to the first that succeeded, added up.
  private(set) var causes: [Span: UInt64] = [:]
  /// A·f of a forced play, for what it shows of the bits, and of the bad event.
  private(set) var bits: [Span: UInt64] = [:]
  private(set) var bad: [Span: UInt64] = [:]
  public private(set) var reports: [Report: Outcomes] = [:]
  public private(set) var violations: UInt64 = 0
  public private(set) var first: Counterexample?

  public init(most: Double) { self.most = most }

  /// Adds the tally of later trials.
  public static func += (a: inout Self, b: Self) {
    a.trials += b.trials
    a.causes.merge(b.causes, uniquingKeysWith: +)
    a.bits.merge(b.bits, uniquingKeysWith: +)
    a.bad.merge(b.bad, uniquingKeysWith: +)
    for (report, outcomes) in b.reports { a.count(report, outcomes) }
    a.violations += b.violations
    a.first = a.first ?? b.first
  }

  /// The tally that `record` is of.
  /// - Parameter first: the first counterexample, played again; nil where the record has none.
  init(_ record: ChanceTallyRecord, first: Counterexample?) {
    func spans(_ rows: [ChanceTallyRecord.SpanCount]) -> [Span: UInt64] {
      Dictionary(rows.map { (Span(lower: $0.lower, upper: $0.upper), $0.count) }, uniquingKeysWith: +)
    }
    (most, trials, violations, self.first) = (record.most, record.trials, record.violations, first)
    (causes, bits, bad) = (spans(record.causes), spans(record.bits), spans(record.bad))
    reports = Dictionary(
      record.reports.map {
        (Report(kind: $0.kind, chance: $0.chance), Outcomes(misses: $0.misses, hits: $0.hits))
      }, uniquingKeysWith: { $1 })
  }

  /// Reports that a tally has still to count, by the places of their moves in a trial: most of a trial's are what the one before
  /// it reported there, and need not be looked up.
  struct Recent {
    fileprivate var reports: [(report: Report, outcomes: Outcomes)] = []
    /// A trial may have millions.
    fileprivate static var places: Int { 4096 }
  }

  /// Counts the first pass of a trial, but for reports that stay in `recent`.
  mutating func count(_ account: Account, _ trial: UInt64, _ recent: inout Recent) {
    trials += 1
    let sum = account.sum
    causes[span(sum, moves: account.moves.count), default: 0] += 1
    for (place, move) in account.moves.enumerated() {
      let report = Report(kind: move.kind, chance: move.chance)
      guard place < Recent.places else {
        reports[report, default: Outcomes()].count(move.succeeds)
        continue
      }
      if place == recent.reports.count {
        recent.reports.append((report, Outcomes()))
      } else if recent.reports[place].report != report {
        count(recent.reports[place].report, recent.reports[place].outcomes)
        recent.reports[place] = (report, Outcomes())
      }
      recent.reports[place].outcomes.count(move.succeeds)
    }
    if let fault = account.fault { refute(.fault(fault), trial) }
    if sum > most * (1 + 0x1p-30) { refute(.sumAboveMost, trial) }
  }

  /// Counts the reports that are left.
  mutating func count(_ recent: Recent) { for (report, outcomes) in recent.reports { count(report, outcomes) } }

  private mutating func count(_ report: Report, _ outcomes: Outcomes) {
    reports[report, default: Outcomes()] += outcomes
  }

  /// What the forced plays of a trial showed, each weighed with the chances of its kind: between two ends where one was
  /// forfeited.
  struct Shown {
    fileprivate var lower = 0.0, upper = 0.0, bad = 0.0
    /// Of the trial: so many numbers were added up.
    fileprivate let moves: Int

    init(moves: Int) { self.moves = moves }

    /// - Parameter bit: nil if the play was forfeited, and may have shown anything.
    mutating func add(_ sum: Double, _ bit: Int?, isBad: Bool) {
      lower += sum * Double(bit ?? -1)
      upper += sum * Double(bit ?? 1)
      if isBad { bad += sum }
    }
  }

  /// Counts the second pass.
  mutating func count(_ shown: Shown) {
    let lower = span(shown.lower, moves: shown.moves).lower, upper = span(shown.upper, moves: shown.moves).upper
    bits[Span(lower: lower, upper: upper), default: 0] += 1
    bad[span(shown.bad, moves: shown.moves), default: 0] += 1
  }

  mutating func refute(_ violation: ChanceViolation, _ trial: UInt64) {
    violations += 1
    if first == nil { first = Counterexample(trial: trial, violation: violation) }
  }

  /// - Parameter moves: so many numbers were added up at most, each sum rounded by 2⁻⁵³ of it.
  private func span(_ value: Double, moves: Int) -> Span {
    guard value != 0, most > 0 else { return Span(lower: 0, upper: 0) }
    let place = value / most * Double(Self.steps), slack = abs(place) * max(0x1p-48, Double(moves + 4) * 0x1p-53)
    let end = Double(Self.steps)
    return Span(
      lower: Int32(max(-end, min(end, (place - slack).rounded(.down)))),
      upper: Int32(max(-end, min(end, (place + slack).rounded(.up)))))
  }

  /// The values as multiples of `most`, at the lower or at the upper ends.
  static func histogram(_ spans: [Span: UInt64], _ end: KeyPath<Span, Int32>) -> Histogram {
    var counts: [Int32: UInt64] = [:]
    for (span, count) in spans { counts[span[keyPath: end], default: 0] += count }
    return Histogram(counts.map { (Double($0.key) / Double(steps), Int($0.value)) })
  }
}

extension ChanceTally.Outcomes {
  fileprivate mutating func count(_ succeeds: Bool) { if succeeds { hits += 1 } else { misses += 1 } }

  fileprivate static func += (a: inout Self, b: Self) {
    a.misses += b.misses
    a.hits += b.hits
  }
}
