/// A bound that is a sum, measured term by term for one adversary: who pays.
public struct TermsRecord: Codable, Sendable {
  public struct Term: Codable, Sendable {
    /// The hop that pays.
    public let hop: String
    public let adversary: String
    /// The factor before the term.
    public let factor: Double
    public let measured: Estimate
    /// What the run shows of the bound of its own hop.
    public let verdict: Verdict.Kind
    public let outcome: Outcome

    public init(_ run: RunRecord, factor: Double) {
      (hop, adversary, self.factor, measured, verdict, outcome) = (
        run.game, run.adversary, factor, run.advantage, run.verdict, run.outcome
      )
    }
  }

  public let format: Int
  public let suite: String
  public let twin: String?
  public let parameters: [String: Int]
  @ExactNumber public private(set) var seed: UInt64
  /// The error probability of all measurements together.
  public let alpha: Double
  public let trials: UInt64
  /// The adversary's own advantage, that is to be paid for.
  public let total: Term
  public let terms: [Term]
  /// The hops that an interrupt left unmeasured: then nothing is known of the sum.
  public let missing: [String]
  public let outcome: Outcome

  public init(_ run: RunRecord, alpha: Double, terms: [Term], missing: [String] = []) {
    format = 1
    (suite, twin, parameters, seed, self.missing) = (run.suite, run.twin, run.parameters, run.seed, missing)
    (self.alpha, trials, total, self.terms) = (alpha, run.trials, Term(run, factor: 1), terms)
    let rows = [total] + terms
    outcome =
      !missing.isEmpty
      ? .interrupted
      : Self.isRefuted(total, terms, withFactors: true)
        ? .notMet("the sum of the terms is exceeded")
        : rows.allSatisfy { $0.outcome.status == .inconclusive }
          ? .inconclusive("nothing is decided in any row")
          : .all(rows.map(\.outcome).filter { $0.status != .inconclusive })
  }

  /// The largest value that the sum of the terms may have.
  public func ceiling(withFactors: Bool) -> Double { Self.ceiling(terms, withFactors: withFactors) }

  /// The total exceeds the sum, whatever the true values within the intervals.
  public func isRefuted(withFactors: Bool) -> Bool { missing.isEmpty && Self.isRefuted(total, terms, withFactors: withFactors) }

  private static func ceiling(_ terms: [Term], withFactors: Bool) -> Double {
    terms.reduce(0) { $0 + (withFactors ? $1.factor : 1) * $1.measured.upper }
  }

  private static func isRefuted(_ total: Term, _ terms: [Term], withFactors: Bool) -> Bool {
    total.measured.lower > ceiling(terms, withFactors: withFactors)
  }
}
