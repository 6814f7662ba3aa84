internal import GameKit
internal import Statistics

/// The integers of a tally as data that can be kept, moved and added up: all that a block of trials showed.
///
/// A counterexample is kept by its trial and in words. Whoever reads the record plays that trial again (`tally(replaying:)`):
/// what does not show then does not count.
public struct TallyRecord: Codable, Hashable, Sendable {
  /// A trial with what it showed, in words.
  public struct Finding: Codable, Hashable, Sendable {
    public let trial: UInt64
    public let words: String

    public init(trial: UInt64, words: String) { (self.trial, self.words) = (trial, words) }
  }

  /// How many trials had the event at so many places.
  struct PlacesCount: Codable, Hashable {
    let places: Int
    let isReductionWon: Bool
    let trials: UInt64
  }

  public let trials: UInt64
  let bits, reduction: PairCounts
  public let bad: UInt64
  let several: [PlacesCount]
  let work: Work
  let links: [Tally.Link]
  let credits: [String: UInt64]
  public let forfeits, violations: UInt64
  let firstBad: UInt64?
  let firstForfeit: Forfeit?
  public let firstViolation: Finding?

  public init(_ tally: Tally) {
    (trials, bits, reduction, bad) = (tally.trials, tally.bits, tally.reduction, tally.bad)
    several = tally.several.map { PlacesCount(places: $0.count, isReductionWon: $0.isReductionWon, trials: $1) }
      .sorted { ($0.places, $0.isReductionWon ? 1 : 0) < ($1.places, $1.isReductionWon ? 1 : 0) }
    (work, links, credits) = (tally.work, tally.links, tally.credits)
    (forfeits, violations) = (tally.forfeits, tally.violations)
    (firstBad, firstForfeit) = (tally.firstBad, tally.firstForfeit)
    firstViolation = tally.firstViolation.map { Finding(trial: $0.trial, words: $0.violation.description) }
  }

  /// The tally again.
  /// - Parameter replay: the tally of one trial, played again.
  /// - Throws: `NotReplayed` if a counterexample does not show when its trial is played again.
  public func tally(replaying replay: (UInt64) -> Tally) throws(NotReplayed) -> Tally {
    var tally = Tally()
    (tally.trials, tally.bits, tally.reduction, tally.bad) = (trials, bits, reduction, bad)
    tally.several = Dictionary(
      several.map { (Places($0.places, isReductionWon: $0.isReductionWon), $0.trials) }, uniquingKeysWith: +)
    (tally.work, tally.links, tally.credits) = (work, links, credits)
    (tally.forfeits, tally.violations) = (forfeits, violations)
    (tally.firstBad, tally.firstForfeit) = (firstBad, firstForfeit)
    if let firstViolation {
      guard let shown = replay(firstViolation.trial).firstViolation, shown.violation.description == firstViolation.words else {
        throw NotReplayed(finding: firstViolation)
      }
      tally.firstViolation = shown
    }
    return tally
  }
}

/// A finding that does not show when its trial is played again: the program, or who wrote the finding, is not to be believed.
public struct NotReplayed: Error, Hashable, Sendable {
  public let finding: TallyRecord.Finding
}
