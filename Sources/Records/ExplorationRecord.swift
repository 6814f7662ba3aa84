/// What a search found, or that it found nothing, and what it looked at.
public struct ExplorationRecord: Codable, Hashable, Sendable {
  public static let formatVersion = 1

  /// Resident memory, as whoever ran the search measured it.
  public struct Memory: Codable, Hashable, Sendable {
    public var peakBytes: Int
    /// By how much the peak grew during the search, for each state: candidates and their verdicts included.
    public var bytesPerState: Int

    public init(peakBytes: Int, bytesPerState: Int) {
      self.peakBytes = peakBytes
      self.bytesPerState = bytesPerState
    }
  }

  public enum Outcome: String, Codable, Sendable {
    /// The search went to its end, over the listed moves, and no property fell.
    case holds
    case falls
    /// Nothing was found, but the search was stopped.
    case inconclusive
  }

  /// One property that falls, with a shortest run.
  public struct Attack: Codable, Hashable, Sendable {
    public var property: Property
    /// How many operations of genuine entities it takes; what the adversary does alone is not counted.
    public var operations: Int
    /// The run as it was played again, minimised, on the suite named in it; nil only inside the matrix, where verdicts of many
    /// searches matter.
    public var replay: ScenarioRecord?
    /// The rule that is the first to refuse something of this run under the intact policy; nil if that one is searched, or
    /// refuses nothing.
    public var refusedBy: String?
    /// The run as a scenario file, with the search's policy as its twin: to be kept, and played by `attack` and `check`.
    public var scenario: String?

    public init(
      property: Property, operations: Int, replay: ScenarioRecord? = nil, refusedBy: String? = nil, scenario: String? = nil
    ) {
      (self.property, self.operations, self.replay) = (property, operations, replay)
      (self.refusedBy, self.scenario) = (refusedBy, scenario)
    }
  }

  public var format = Self.formatVersion
  public var scope: ExplorationScope
  public var quorumAssumption: QuorumAssumption
  public var policy: PolicySelection
  public var reductions: ExplorationReductions
  public var outcome: Outcome
  /// Why the search was stopped, and what to do; nil if it was not.
  public var stopped: String?
  /// Facts that can be brought about, each one of its kind under the reductions.
  public var states: Int
  /// Nil if nobody measured.
  public var memory: Memory?
  /// Conclusions drawn, and candidates for successors judged.
  public var transitions: Int
  public var depth: Int
  public var attacks: [Attack]
  /// What was seen to be possible.
  public var milestones: [Milestone]
  /// What should be possible and never was: a search that misses one of these says little.
  public var missing: [Milestone]

  public init(
    scope: ExplorationScope, quorumAssumption: QuorumAssumption, policy: PolicySelection, reductions: ExplorationReductions,
    outcome: Outcome, stopped: String?, states: Int, transitions: Int, depth: Int, attacks: [Attack], milestones: [Milestone],
    missing: [Milestone]
  ) {
    (self.scope, self.quorumAssumption, self.policy, self.reductions) = (scope, quorumAssumption, policy, reductions)
    (self.outcome, self.stopped, self.states, self.transitions, self.depth) = (outcome, stopped, states, transitions, depth)
    (self.attacks, self.milestones, self.missing) = (attacks, milestones, missing)
  }

  public var verdict: String {
    let counts = "\(states) states, \(transitions) transitions, depth \(depth)"
    switch outcome {
    case .holds where missing.isEmpty: return "holds in this scope: \(counts)"
    case .holds: return "holds in this scope, but nothing much happens in it: \(counts)"
    case .falls:
      let broken = attacks.map {
        "\($0.property.rawValue) in \($0.operations) \($0.operations == 1 ? "operation" : "operations")"
      }
      return "falls: \(broken.joined(separator: ", "))\(quorumAssumption.aside) (\(counts))"
    case .inconclusive: return "inconclusive: \(stopped ?? "stopped") (\(counts))"
    }
  }

  /// What it is to somebody who expects `expected`. That nothing fell where little can happen decides nothing.
  public func exitStatus(expecting expected: Outcome) -> RunStatus {
    if outcome == .inconclusive || (outcome == .holds && !missing.isEmpty) { return .inconclusive }
    return outcome == expected ? .met : .notMet
  }
}
