/// One run at each point of a grid of parameters: measured interval, closed formula, bound.
public struct SweepRecord: Codable, Sendable {
  public struct Point: Codable, Sendable {
    /// The swept parameters' values, in the order of `parameters`.
    public let values: [Int]
    public let trials: UInt64
    /// In how many trials chances were added up, where they judge; nil where counts do.
    public let chances: UInt64?
    public let measured: Estimate
    /// Nil where no closed formula is known.
    public let formula: Double?
    /// Nil where an ε is assumed.
    public let bound: Double?
    public let violations: UInt64
    public let verdict: Verdict.Kind
    /// What becomes of the reduction's inequality; nil without one.
    public let reduction: ReductionVerdict?
    /// Where the interval of the advantage lies beside the bound.
    public let standing: BoundStanding?
    public let ceiling: CeilingRecord?
    public let outcome: Outcome
    public let replay: String

    public init(_ run: RunRecord, values: [Int], measured: Estimate, formula: Double?) {
      chances = run.chances?.trials
      (self.values, trials, self.measured, self.formula) = (values, run.trials, measured, formula)
      (bound, violations, verdict, reduction) = (run.bound?.value, run.lockstep.violations, run.verdict, run.reduction?.verdict)
      (standing, ceiling, outcome, replay) = (run.standing, run.ceiling, run.outcome, run.replay)
    }

    /// Whether the formula lies in the interval, nil without one.
    public var isFormulaInside: Bool? { formula.map { measured.lower <= $0 && $0 <= measured.upper } }
  }

  public let format: Int
  public let game: String
  public let adversary: String
  public let suite: String
  /// The planted defect, if there is one.
  public let twin: String?
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
  public let outcome: Outcome

  /// - Parameter isComplete: false if an interrupt left points out.
  public init(
    game: String, adversary: String, suite: String, twin: String? = nil, quantity: String, parameters: [String],
    settings: [String: Int], seed: UInt64, alpha: Double, points: [Point], isComplete: Bool = true
  ) {
    format = 1
    outcome = isComplete ? Self.outcome(points) : .interrupted
    (self.game, self.adversary, self.suite, self.twin, self.quantity) = (game, adversary, suite, twin, quantity)
    (self.parameters, self.settings, self.seed, self.alpha, self.points) = (parameters, settings, seed, alpha, points)
  }

  /// A point that is not met speaks against all; points that are inconclusive do so only where no other point is there.
  private static func outcome(_ points: [Point]) -> Outcome {
    if points.contains(where: { $0.outcome.status == .interrupted }) { return .interrupted }
    let unmet = points.filter { $0.outcome.status == .notMet }
    if let first = unmet.first {
      return .notMet(
        "\(unmet.count) of \(points.count) points are not met, the first because \(first.outcome.why ?? first.verdict.rawValue)")
    }
    let outside = points.count { $0.isFormulaInside == false }
    if outside > 0 { return .notMet("\(outside) closed formulas lie outside their intervals") }
    guard let first = points.first, points.allSatisfy({ $0.outcome.status == .inconclusive }) else { return .met }
    return .inconclusive("no point is decided, the first because \(first.outcome.why ?? first.verdict.rawValue)")
  }
}
