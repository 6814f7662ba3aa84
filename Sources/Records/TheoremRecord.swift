/// The theorem, term by term: what the bound allows, and what was measured.
public struct TheoremRecord: Codable, Sendable {
  /// What an attack achieved under one choice of parameters.
  public struct Share: Codable, Sendable {
    public let parameters: [String: Int]
    /// The term, doubled as in the theorem; nil where an ε is assumed.
    public let value: Double?
    public let advantage: Estimate
    public let trials: UInt64
    /// Which of several attacks told the worlds apart, and how often; nil for one attack.
    public let credits: [CreditRecord]?
    /// Against the whole bound, as are ceiling and standing.
    public let verdict: Verdict.Kind
    public let ceiling: CeilingRecord?
    public let standing: BoundStanding?
    public let outcome: Outcome
    public let replay: String
    /// By chances and forced successes; nil where events were counted.
    public let chances: ChanceRecord?
    /// In how many trials the adversary ended differently without a forced success; nil where events were counted.
    public let differences: UInt64?
    /// Why no chance is known, so that toy primitives were sampled; nil where nothing is to be said.
    public let sampled: String?

    public init(_ run: RunRecord, value: Double?, sampled: String? = nil) {
      chances = run.chances
      differences = run.chances.map { _ in run.bits.onlyLeft + run.bits.onlyRight }
      self.sampled = sampled
      (parameters, self.value, advantage, trials, credits) = (run.parameters, value, run.advantage, run.trials, run.credits)
      (verdict, ceiling, standing, outcome, replay) = (run.verdict, run.ceiling, run.standing, run.outcome, run.replay)
    }

    /// The part of the term that the attack attains, with its interval.
    public var fraction: Estimate? {
      value.flatMap { value in
        value > 0
          ? Estimate(
            estimate: advantage.estimate / value, lower: advantage.lower / value, upper: advantage.upper / value,
            error: advantage.error)
          : nil
      }
    }
  }

  public struct Term: Codable, Sendable {
    public let symbol: String
    /// The term's ε as a formula of the suite.
    public let definitions: [String]
    public let hop: String
    public let lemma: String
    public let adversary: String
    /// Under the parameters that all terms share.
    public let together: Share
    /// Under parameters that make this term nearly all of the bound.
    public let alone: Share
    /// The part of the term that no attack by this way exceeds under the parameters of `alone`; nil where an ε is assumed.
    public let ceiling: Double?
    public let why: String

    public init(
      symbol: String, definitions: [String], hop: String, lemma: String, adversary: String, together: Share, alone: Share,
      ceiling: Double?,
      why: String
    ) {
      (self.symbol, self.definitions, self.hop, self.lemma, self.adversary) = (symbol, definitions, hop, lemma, adversary)
      (self.together, self.alone, self.ceiling, self.why) = (together, alone, ceiling, why)
    }
  }

  /// A row whose chances are not known.
  public struct Sampled: Codable, Sendable {
    public let row: String
    public let why: String

    public init(row: String, why: String) { (self.row, self.why) = (row, why) }
  }

  /// What a search for a logarithm comes to where chances are known: in a generic group, with as many operations.
  public struct Generic: Codable, Sendable {
    public let hop: String
    public let operations: Int
    public let bits: Int
    /// By an attack whose chance is a closed formula.
    public let attack: String
    public let chance: Double
    public let bound: Double

    public init(hop: String, operations: Int, bits: Int, attack: String, chance: Double, bound: Double) {
      (self.hop, self.operations, self.bits) = (hop, operations, bits)
      (self.attack, self.chance, self.bound) = (attack, chance, bound)
    }
  }

  /// The bound at a scale at which nothing can be measured, under an assumption on each ε.
  public struct Scale: Codable, Sendable {
    public struct Line: Codable, Sendable {
      public let term: String
      public let factor: Double

      public init(term: String, factor: Double) { (self.term, self.factor) = (term, factor) }
    }

    public let parameters: [String: Int]
    /// Each ε is assumed to be 2^−bits.
    public let bits: Double
    /// The factor of each ε, the theorem's 2 included.
    public let lines: [Line]

    public init(parameters: [String: Int], bits: Double, lines: [Line]) {
      (self.parameters, self.bits, self.lines) = (parameters, bits, lines)
    }

    public var total: Double { lines.reduce(0) { $0 + $1.factor } }
  }

  public let format: Int
  public let suite: String
  @ExactNumber public private(set) var seed: UInt64
  /// The error probability of the whole table.
  public let alpha: Double
  public let bound: String
  public let terms: [Term]
  /// All attacks together, against the whole bound.
  public let total: Share
  /// The hops, each with its natural adversary and with random moves.
  public let hops: [RunRecord]
  public let scale: Scale
  /// The rows that say `no chance known`: toy primitives are sampled there.
  public let sampled: [Sampled]
  /// What stands beside the row of the logarithm; nil where that is not one of them.
  public let generic: Generic?
  /// Where a hop was seen to break what is assumed of an ε, in words. What the theorem says of the attacks stands.
  public let broken: [String]
  public let outcome: Outcome

  public init(
    suite: String, seed: UInt64, alpha: Double, bound: String, terms: [Term], total: Share, hops: [RunRecord], scale: Scale,
    sampled: [Sampled] = [], generic: Generic? = nil
  ) {
    format = 1
    self.generic = generic
    self.sampled =
      terms.flatMap { term in
        [("together", term.together), ("alone", term.alone)].compactMap { name, share in
          share.sampled.map { Sampled(row: "\(term.adversary), \(name)", why: $0) }
        }
      } + (total.sampled.map { [Sampled(row: "everything", why: $0)] } ?? []) + sampled
    (self.suite, self.seed, self.alpha, self.bound) = (suite, seed, alpha, bound)
    (self.terms, self.total, self.hops, self.scale) = (terms, total, hops, scale)
    broken = hops.compactMap { run in run.brokenAssumption.map { "\(run.game): \($0)" } }
    outcome = .all(Self.outcomes(terms: terms, total: total, hops: hops))
  }

  /// That of each row. Attacks on the whole service are never expected to show an advantage against an assumed ε. Hops are: the
  /// table says which, and that what they lead to stands.
  private static func outcomes(terms: [Term], total: Share, hops: [RunRecord]) -> [Outcome] {
    terms.flatMap { [$0.together.outcome, $0.alone.outcome] } + [total.outcome]
      + hops.map { $0.brokenAssumption == nil ? $0.outcome : .met }
  }

  /// How many rows are too short to tell.
  public var undecided: Int { Self.outcomes(terms: terms, total: total, hops: hops).count { $0.status == .inconclusive } }

  public var violations: UInt64 { hops.reduce(0) { $0 + $1.lockstep.violations } }
  public var pairedTrials: UInt64 { hops.reduce(0) { $0 + $1.lockstep.trials } }

  /// Every row: what it is about, its verdict, and where its advantage lies.
  public var rows: [(name: String, verdict: Verdict.Kind, advantage: Estimate, standing: BoundStanding?, ceiling: CeilingRecord?)]
  {
    func row(_ name: String, _ share: Share) -> (String, Verdict.Kind, Estimate, BoundStanding?, CeilingRecord?) {
      (name, share.verdict, share.advantage, share.standing, share.ceiling)
    }
    return terms.flatMap { [row("\($0.adversary), together", $0.together), row("\($0.adversary), alone", $0.alone)] } + [
      row("everything", total)
    ]
      + hops.map { ("\($0.game), \($0.adversary)", $0.verdict, $0.advantage, $0.standing, $0.ceiling) }
  }

  /// Whether chances judge any row.
  public var isForced: Bool { terms.contains { $0.together.chances != nil || $0.alone.chances != nil } }

  /// The sum of what the attacks attain one by one under the common parameters, beside what all of them attain together. Its
  /// interval is right whenever all of theirs are. The theorem bounds each of the attacks, and claims nothing about the sum.
  public var sumOfShares: Estimate {
    func sum(_ part: (Estimate) -> Double) -> Double { terms.reduce(0) { $0 + part($1.together.advantage) } }
    return Estimate(estimate: sum(\.estimate), lower: sum(\.lower), upper: sum(\.upper), error: alpha)
  }
}
