/// The probability of a rare win, measured by trees that split at the levels of the game.
public struct SplittingRecord: Codable, Sendable {
  /// A level: what tried to pass it, and did.
  public struct Level: Codable, Sendable {
    public let tried, passed: Int

    public init(tried: Int, passed: Int) { (self.tried, self.passed) = (tried, passed) }
  }

  public let format: Int
  public let game, adversary, suite: String
  public let parameters: [String: Int]
  @ExactNumber public private(set) var seed: UInt64
  public let generator: String
  /// How many branches go on from a level.
  public let split: Int
  public let trees: Int
  /// Plays in all, each from the beginning.
  public let plays: Int
  public let levels: [Level]
  /// Whether each level is passed with one probability, whatever was before: then the limits are products of those of the levels.
  public let forgets: Bool
  public let probability: Estimate
  public let bound: BoundRecord
  /// Nil where no closed formula is known.
  public let formula: Double?
  public let outcome: Outcome

  /// - Parameter isComplete: false if an interrupt left trees out.
  public init(
    game: String, adversary: String, suite: String, parameters: [String: Int], seed: UInt64, generator: String, split: Int,
    trees: Int, plays: Int, levels: [Level], forgets: Bool, probability: Estimate, bound: BoundRecord, formula: Double?,
    isComplete: Bool
  ) {
    format = 1
    (self.game, self.adversary, self.suite, self.parameters) = (game, adversary, suite, parameters)
    (self.seed, self.generator, self.split, self.trees) = (seed, generator, split, trees)
    (self.plays, self.levels, self.forgets, self.probability) = (plays, levels, forgets, probability)
    (self.bound, self.formula) = (bound, formula)
    outcome =
      if !isComplete {
        .interrupted
      } else if let value = bound.value, probability.lower > value {
        .notMet("the bound is exceeded")
      } else if let formula, !(probability.lower...probability.upper).contains(formula) {
        .notMet("the closed formula lies outside the interval")
      } else if let level = levels.firstIndex(where: { $0.passed == 0 }) {
        .inconclusive("nothing has passed level \(level + 1) of \(levels.count)")
      } else {
        .met
      }
  }
}
