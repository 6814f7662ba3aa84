/// A bound that is a sum, measured term by term for one adversary: who pays.
public struct TermsRecord: Codable, Sendable {
  public struct Term: Codable, Sendable {
    /// The hop that pays.
    public let hop: String
    public let adversary: String
    /// The factor before the term.
    public let factor: Double
    public let measured: Estimate

    public init(hop: String, adversary: String, factor: Double, measured: Estimate) {
      (self.hop, self.adversary, self.factor, self.measured) = (hop, adversary, factor, measured)
    }
  }

  public let format: Int
  public let hop: String
  public let adversary: String
  public let suite: String
  public let twin: String?
  public let parameters: [String: Int]
  @ExactNumber public private(set) var seed: UInt64
  /// The error probability of all measurements together.
  public let alpha: Double
  public let trials: UInt64
  public let total: Estimate
  public let terms: [Term]
  /// The hops that an interrupt left unmeasured: then nothing is known of the sum.
  public let missing: [String]

  public init(
    hop: String, adversary: String, suite: String, twin: String?, parameters: [String: Int], seed: UInt64, alpha: Double,
    trials: UInt64, total: Estimate, terms: [Term], missing: [String] = []
  ) {
    format = 1
    (self.hop, self.adversary, self.suite, self.twin, self.parameters) = (hop, adversary, suite, twin, parameters)
    (self.seed, self.alpha, self.trials, self.total, self.terms, self.missing) = (seed, alpha, trials, total, terms, missing)
  }

  /// The largest value that the sum of the terms may have.
  public func ceiling(withFactors: Bool) -> Double { terms.reduce(0) { $0 + (withFactors ? $1.factor : 1) * $1.measured.upper } }

  /// The total exceeds the sum, whatever the true values within the intervals.
  public func isRefuted(withFactors: Bool) -> Bool { missing.isEmpty && total.lower > ceiling(withFactors: withFactors) }
}
