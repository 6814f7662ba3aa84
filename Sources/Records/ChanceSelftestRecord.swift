/// What the examination of chances found: known probabilities, wrong reports, and how often intervals leave out the truth.
public struct ChanceSelftestRecord: Codable, Sendable {
  /// Over all coins, as fractions: what happens, what chances add up to, and what forced successes show.
  public struct Exact: Codable, Sendable {
    public let adversary: String
    public let settings: String
    public let bits: Int
    public let bad: String
    public let chances: String
    public let forcedBad: String
    public let advantage: String
    public let forcedAdvantage: String
    public let isAsExpected: Bool

    public init(
      adversary: String, settings: String, bits: Int, bad: String, chances: String, forcedBad: String, advantage: String,
      forcedAdvantage: String, isAsExpected: Bool
    ) {
      (self.adversary, self.settings, self.bits, self.bad) = (adversary, settings, bits, bad)
      (self.chances, self.forcedBad, self.advantage) = (chances, forcedBad, advantage)
      (self.forcedAdvantage, self.isAsExpected) = (forcedAdvantage, isAsExpected)
    }
  }

  /// One quantity, measured in a run.
  public struct Measured: Codable, Sendable {
    public let adversary: String
    public let settings: String
    public let bits: Int
    public let trials: UInt64
    public let quantity: String
    public let exact: Double
    public let measured: Estimate
    /// The standard deviation of one trial over the mean; nil where nothing was seen.
    public let spread: Double?
    public var isInside: Bool { measured.lower <= exact && exact <= measured.upper }

    public init(
      adversary: String, settings: String, bits: Int, trials: UInt64, quantity: String, exact: Double, measured: Estimate,
      spread: Double?
    ) {
      (self.adversary, self.settings, self.bits, self.trials) = (adversary, settings, bits, trials)
      (self.quantity, self.exact, self.measured, self.spread) = (quantity, exact, measured, spread)
    }
  }

  /// What a wrong way to add up chances comes to, over all coins.
  public struct Planted: Codable, Sendable {
    public let way: String
    public let value: String
    public let decimal: Double
    public let truth: String
    public let isAsExpected: Bool

    public init(way: String, value: String, decimal: Double, truth: String, isAsExpected: Bool) {
      (self.way, self.value, self.decimal, self.truth, self.isAsExpected) = (way, value, decimal, truth, isAsExpected)
    }
  }

  public let format: Int
  @ExactNumber public private(set) var seed: UInt64
  public let exact: [Exact]
  public let measured: [Measured]
  public let planted: [Planted]
  public let coverage: [ErrorRateRecord]
  public let outcome: Outcome

  public init(
    seed: UInt64, exact: [Exact], measured: [Measured], planted: [Planted], coverage: [ErrorRateRecord], isComplete: Bool
  ) {
    format = 1
    (self.seed, self.exact, self.measured, self.planted, self.coverage) = (seed, exact, measured, planted, coverage)
    let wrong =
      exact.filter { !$0.isAsExpected }.map { "\($0.adversary), over all coins" }
      + measured.filter { !$0.isInside }.map { "\($0.adversary), \($0.bits) bits, \($0.quantity)" }
      + planted.filter { !$0.isAsExpected }.map(\.way)
      + coverage.filter { $0.finding == .unexpected }.map(\.procedure)
    let few = coverage.filter { $0.finding == .tooFew }.map(\.procedure)
    outcome =
      if !isComplete {
        .interrupted
      } else if !wrong.isEmpty {
        .notMet("not as expected: \(wrong.joined(separator: "; "))")
      } else if !few.isEmpty {
        .inconclusive("too few campaigns to see the control fail: \(few.joined(separator: "; "))")
      } else {
        .met
      }
  }
}
