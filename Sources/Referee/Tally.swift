public import GameKit
public import Statistics

/// What a block of trials showed: counts, and the first trial of each kind that is worth replaying.
///
/// Every statement of the referee is a function of these integers, so blocks merge exactly and in any grouping.
public struct Tally: Hashable, Sendable {
  /// A trial number with the violation that it showed.
  public struct Counterexample: Hashable, Sendable {
    public let trial: UInt64
    public let violation: Violation
  }

  public var trials: UInt64 = 0
  /// The adversary's bit (left, right), over the trials that were not forfeited.
  public var bits = PairCounts()
  /// Trials in which the bad event occurred in the left world, or in which the game was won.
  public var bad: UInt64 = 0
  /// The bad event beside the win of the reduction, where one is run.
  public var reduction = PairCounts()
  /// Of these trials, those in which the event occurred at more than one place.
  public var several: [Places: UInt64] = [:]
  /// What the reduction has asked of its target.
  public var work = Work()
  /// The links of a chain of games, where one is played.
  public var links: [Link] = []
  /// By attack, for an adversary that has several: trials that it is credited with, because the bad event occurred in it or,
  /// where only bits count, because they differed after it.
  public var credits: [String: UInt64] = [:]
  /// Trials that ended in a forfeit in either world; their bits are not counted.
  public var forfeits: UInt64 = 0
  public var violations: UInt64 = 0
  public var firstBad: UInt64?
  public var firstViolation: Counterexample?
  public var firstForfeit: Forfeit?

  /// What a chain of games has shown between one of them and the next.
  public struct Link: Hashable, Codable, Sendable {
    /// The event, or the adversary's bit, in either; over the trials that were not forfeited.
    public internal(set) var pairs = PairCounts()
    /// What is asked of the innermost game of the second.
    public internal(set) var work = Work()
  }

  public init() {}

  /// One trial, forfeited.
  package init(forfeiting forfeit: Forfeit) {
    trials = 1
    countForfeit(forfeit)
  }

  /// The places of all trials together.
  public var places: UInt64 { several.reduce(reduction.first) { $0 + UInt64($1.key.count - 1) * $1.value } }

  /// Adds the tally of later trials.
  public static func += (a: inout Self, b: Self) {
    a.trials += b.trials
    a.bits += b.bits
    a.bad += b.bad
    a.reduction += b.reduction
    a.work += b.work
    if a.links.isEmpty { a.links = b.links } else { for (index, link) in b.links.enumerated() { a.links[index] += link } }
    a.several.merge(b.several, uniquingKeysWith: +)
    a.credits.merge(b.credits, uniquingKeysWith: +)
    a.forfeits += b.forfeits
    a.violations += b.violations
    a.firstBad = a.firstBad ?? b.firstBad
    a.firstViolation = a.firstViolation ?? b.firstViolation
    a.firstForfeit = a.firstForfeit ?? b.firstForfeit
  }

  /// Takes a forfeited trial as one in which nothing was achieved. What its worlds contradicted each other in stands.
  package mutating func lose(_ measure: Measure) {
    precondition(trials == 1 && forfeits == 1, "one trial is lost at a time")
    (bad, firstBad, several, credits, forfeits, firstForfeit) = (0, nil, [:], [:], 0, nil)
    let nothing = PairCounts(neither: 1)
    if !measure.isWinning { bits = nothing }
    if reduction != PairCounts() { reduction = nothing }
    for index in links.indices { links[index].pairs = nothing }
  }

  mutating func countBad(_ trial: UInt64) {
    bad += 1
    if firstBad == nil { firstBad = trial }
  }

  mutating func credit(_ attack: String?) {
    if let attack { credits[attack, default: 0] += 1 }
  }

  mutating func countViolation(_ violation: Violation, _ trial: UInt64) {
    violations += 1
    if firstViolation == nil { firstViolation = Counterexample(trial: trial, violation: violation) }
  }

  mutating func countForfeit(_ forfeit: Forfeit) {
    forfeits += 1
    if firstForfeit == nil { firstForfeit = forfeit }
  }
}

extension Tally.Link {
  fileprivate static func += (a: inout Self, b: Self) {
    a.pairs += b.pairs
    a.work += b.work
  }
}
