public import Quorums

/// What happened when a scenario was played: everything that its renderings show.
public struct ScenarioRecord: Codable, Hashable, Sendable {
  public static let formatVersion = 1

  public struct Line: Codable, Hashable, Sendable {
    public enum Result: String, Codable, Sendable { case accepted, refused, impossible }

    public var number: Int
    /// Who asks whom; both are lifelines of the sequence diagram.
    public var from: String
    public var to: String
    /// The step in words.
    public var words: String
    /// A short label for the diagram.
    public var label: String
    public var result: Result
    /// The rule that refused.
    public var rule: String?
    public var reason: String?
    /// Who signs in this step, or is asked to.
    public var signers: [String]
    /// The rules by which operators who were asked to sign did not.
    public var withheld: [String]
    public var notes: [String]
    /// The properties that fell in this step, in words.
    public var violations: [Violation]
    /// What was expected; nil if nothing is stated for this policy.
    public var expected: String?
    public var isAsExpected: Bool
    /// Who has what since this step, in its order; nil where nothing changed.
    public var changes: [Change]?
    /// What the policy was asked; nil if nobody wants to know.
    public var explanation: Explanation?

    /// The rules that refused something in this step, in their order.
    public var refusals: [String] { withheld + (rule.map { [$0] } ?? []) }

    public var surprise: String? {
      guard !isAsExpected, let expected else { return nil }
      return "step \(number) was \(outcome), but should be \(expected)"
    }

    /// What became of it, in words.
    public var outcome: String {
      switch result {
      case .accepted: "accepted"
      case .refused: "refused by \(rule ?? "")"
      case .impossible: "impossible"
      }
    }

    public init(
      number: Int, from: String, to: String, words: String, label: String, signers: [String], withheld: [String],
      violations: [Violation], expected: String?
    ) {
      self.signers = signers
      (self.number, self.from, self.to, self.words, self.label) = (number, from, to, words, label)
      (self.withheld, self.violations, self.expected) = (withheld, violations, expected)
      (result, notes, isAsExpected) = (.accepted, [], true)
    }
  }

  /// Somebody has something from a step on.
  public struct Change: Codable, Hashable, Sendable {
    /// One of the actors.
    public var actor: String
    public var gains: String
    /// What it had before in its place.
    public var loses: String?

    public init(_ actor: String, gains: String, loses: String? = nil) {
      (self.actor, self.gains, self.loses) = (actor, gains, loses)
    }
  }

  public struct Violation: Codable, Hashable, Sendable {
    public var property: Property
    public var words: String

    public init(property: Property, words: String) { (self.property, self.words) = (property, words) }
  }

  /// Somebody who acts, and so has a lifeline in the diagram.
  public struct Actor: Codable, Hashable, Sendable {
    /// Whose side it is on, which no trust says.
    public enum Side: String, Codable, Sendable, CaseIterable { case adversary, honest, dishonest, rogue }

    /// The only one who is no entity.
    public static let adversary = "adversary"

    public var name: String
    /// Operator, HSM or host; nil for the adversary.
    public var kind: String?
    public var side: Side

    public init(_ name: String, kind: String?, _ side: Side) { (self.name, self.kind, self.side) = (name, kind, side) }
  }

  public var format = Self.formatVersion
  public var scenario: String
  public var title: String
  public var story: String
  public var suite: String
  public var policy: PolicySelection
  public var globalQuorum: QuorumRules
  public var quorumAssumption: QuorumAssumption
  /// Who takes part, and what each trust says, in words.
  public var cast: [String]
  public var trusts: [String]
  /// The lifelines, in the order of the diagram.
  public var actors: [Actor]
  public var participants: [String] { actors.map(\.name) }
  public var lines: [Line]
  /// The properties that are broken at the end.
  public var broken: [Property]
  public var milestones: [Milestone]
  /// What was expected to be broken; nil if nothing is stated for this policy.
  public var expectedBroken: [Property]?
  /// What went otherwise than stated, step by step and at the end: what happened, and what should have.
  public var surprises: [String] { didSet { isAsExpected = surprises.isEmpty } }
  public private(set) var isAsExpected = true
  /// How many steps an interrupt left unplayed; nil if none came.
  public var unplayed: Int?

  /// As the replay of a found run, of which nothing was stated before.
  public var withoutExpectations: ScenarioRecord {
    var report = self
    (report.expectedBroken, report.surprises) = (nil, [])
    for index in report.lines.indices { (report.lines[index].expected, report.lines[index].isAsExpected) = (nil, true) }
    return report
  }

  public init(
    scenario: String, title: String, story: String, suite: String, policy: PolicySelection, globalQuorum: QuorumRules,
    quorumAssumption: QuorumAssumption, cast: [String], trusts: [String], actors: [Actor], lines: [Line],
    broken: [Property], milestones: [Milestone], expectedBroken: [Property]?
  ) {
    (self.scenario, self.title, self.story, self.suite, self.policy) = (scenario, title, story, suite, policy)
    (self.globalQuorum, self.quorumAssumption) = (globalQuorum, quorumAssumption)
    (self.cast, self.trusts, self.actors, self.lines) = (cast, trusts, actors, lines)
    (self.broken, self.milestones, self.expectedBroken, surprises) = (broken, milestones, expectedBroken, [])
  }

  public var exitStatus: RunStatus { unplayed != nil ? .interrupted : isAsExpected ? .met : .notMet }

  /// One line with the end.
  public var verdict: String {
    let fallen = "breaks \(broken.map(\.rawValue).joined(separator: ", "))\(quorumAssumption.aside)"
    if let unplayed {
      return "interrupted after \(lines.count) of \(lines.count + unplayed) steps: "
        + (broken.isEmpty ? "no property is broken so far" : fallen)
    }
    return broken.isEmpty ? "holds: no property is broken" : fallen
  }
}
