internal import Foundation

/// Which terms grow with the number of entities when the adversary's whole work stays what it is.
public struct FixedWorkRecord: Codable, Sendable {
  /// One number of entities.
  public struct Point: Codable, Sendable {
    public let entities: Int
    public let parameters: [String: Int]
    public let advantage: Estimate
    /// The term as the theorem states it, with each ε at the work that is left for one entity; not doubled.
    public let stated: Double
    /// The same with each ε at all of the work.
    public let charged: Double
    public let outcome: Outcome
    public let replay: String

    public init(_ run: RunRecord, entities: Int, stated: Double, charged: Double) {
      (self.entities, parameters, advantage) = (entities, run.parameters, run.advantage)
      (self.stated, self.charged, outcome, replay) = (stated, charged, run.outcome, run.replay)
    }
  }

  /// What the measured slope says.
  public enum Growth: String, Codable, Sendable {
    /// Nearer to q than to 1: the slope is above 1/2.
    case attained
    /// Nearer to 1 than to q.
    case flat
    case undecided
  }

  public struct Row: Codable, Sendable {
    public let term: String
    public let entities: String
    public let work: String
    public let game: String
    public let adversary: String
    public let points: [Point]
    /// Of the logarithm of the advantage over that of q, from the first point to the last, with an interval that is right
    /// whenever theirs are; nil where one of them shows nothing.
    public let slope: Estimate?
    public let growth: Growth
    /// Whether an attack is known that grows.
    public let isExpectedToGrow: Bool
    public let why: String

    public init(
      term: String, entities: String, work: String, game: String, adversary: String, points: [Point], isExpectedToGrow: Bool,
      why: String
    ) {
      (self.term, self.entities, self.work, self.game, self.adversary) = (term, entities, work, game, adversary)
      (self.points, self.isExpectedToGrow, self.why) = (points, isExpectedToGrow, why)
      slope = Self.slope(points)
      growth = Self.growth(slope)
    }

    private static func slope(_ points: [Point]) -> Estimate? {
      guard let first = points.first, let last = points.last, first.entities < last.entities,
        first.advantage.lower > 0, last.advantage.lower > 0
      else { return nil }
      let span = log(Double(last.entities) / Double(first.entities))
      func slope(_ high: Double, _ low: Double) -> Double { log(high / low) / span }
      return Estimate(
        estimate: slope(last.advantage.estimate, first.advantage.estimate),
        lower: slope(last.advantage.lower, first.advantage.upper), upper: slope(last.advantage.upper, first.advantage.lower),
        error: first.advantage.error + last.advantage.error)
    }

    private static func growth(_ slope: Estimate?) -> Growth {
      guard let slope else { return .undecided }
      return slope.lower > 0.5 ? .attained : slope.upper < 0.5 ? .flat : .undecided
    }

    /// How the growth compares with what is known.
    public var outcome: Outcome {
      if let unmet = points.first(where: { $0.outcome.status == .notMet }) { return unmet.outcome }
      switch growth {
      case .undecided: return .inconclusive("\(term) against `\(adversary)`: the slope in q is undecided")
      case .attained where !isExpectedToGrow, .flat where isExpectedToGrow:
        return .notMet("\(term) against `\(adversary)` is \(growth.rawValue), which is not what is known")
      case .attained, .flat: return .met
      }
    }
  }

  public let format: Int
  @ExactNumber public private(set) var seed: UInt64
  /// The error probability of the whole table.
  public let alpha: Double
  public let trials: UInt64
  public let rows: [Row]
  public let outcome: Outcome

  /// - Parameter isComplete: false if an interrupt left rows out.
  public init(seed: UInt64, alpha: Double, trials: UInt64, rows: [Row], isComplete: Bool) {
    format = 1
    (self.seed, self.alpha, self.trials, self.rows) = (seed, alpha, trials, rows)
    outcome = isComplete ? .all(rows.map(\.outcome)) : .interrupted
  }
}
