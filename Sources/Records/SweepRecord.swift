/// One run at each point of a grid of parameters: measured interval, closed formula, bound.
public struct SweepRecord: Codable, Sendable {
  public struct Point: Codable, Sendable {
    /// The swept parameters' values, in the order of `parameters`.
    public let values: [Int]
    public let trials: UInt64
    public let measured: Estimate
    /// Nil where no closed formula is known.
    public let formula: Double?
    /// Nil where an ε is assumed.
    public let bound: Double?
    public let violations: UInt64
    public let verdict: String
    public let replay: String

    public init(
      values: [Int], trials: UInt64, measured: Estimate, formula: Double?, bound: Double?, violations: UInt64, verdict: String,
      replay: String
    ) {
      (self.values, self.trials, self.measured, self.formula) = (values, trials, measured, formula)
      (self.bound, self.violations, self.verdict, self.replay) = (bound, violations, verdict, replay)
    }

    /// Whether the formula lies in the interval, nil without one.
    public var isFormulaInside: Bool? { formula.map { measured.lower <= $0 && $0 <= measured.upper } }
  }

  public let format: Int
  public let game: String
  public let adversary: String
  public let suite: String
  /// What is measured: `bad event` or `advantage`.
  public let quantity: String
  /// The swept parameters.
  public let parameters: [String]
  /// The parameters that stay.
  public let settings: [String: Int]
  @ExactNumber public private(set) var seed: UInt64
  /// The error probability of all points together.
  public let alpha: Double
  public let points: [Point]

  public init(
    game: String, adversary: String, suite: String, quantity: String, parameters: [String], settings: [String: Int], seed: UInt64,
    alpha: Double, points: [Point]
  ) {
    format = 1
    (self.game, self.adversary, self.suite, self.quantity) = (game, adversary, suite, quantity)
    (self.parameters, self.settings, self.seed, self.alpha, self.points) = (parameters, settings, seed, alpha, points)
  }
}
