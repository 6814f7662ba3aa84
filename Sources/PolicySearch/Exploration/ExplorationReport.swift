public import Scenarios

/// What a search found, or that it found nothing, and what it looked at.
public struct ExplorationReport: Codable, Hashable, Sendable {
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
    public var replay: ScenarioReport?
    /// The rule that is the first to refuse something of this run under the intact policy; nil if that one is searched, or
    /// refuses nothing.
    public var refusedBy: String?
    /// The run as a scenario file, with the search's policy as its twin: to be kept, and played by `attack` and `check`.
    public var scenario: String?
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

  public var text: String {
    var out = "scope: \(scope.words)\n"
    if quorumAssumption.standing == .fails { out += "\(quorumAssumption.words)\n" }
    out += "under \(policy.words)\n"
    for attack in attacks {
      out += "\n" + (attack.replay?.text ?? "")
      if let rule = attack.refusedBy { out += "  under the intact policy \(rule) is the first to refuse\n" }
    }
    if !milestones.isEmpty { out += "\nseen to be possible: \(milestones.map(\.words).joined(separator: "; "))\n" }
    if !missing.isEmpty { out += "never seen: \(missing.map(\.words).joined(separator: "; "))\n" }
    if let memory {
      out +=
        "memory: \((memory.peakBytes + 500_000) / 1_000_000) MB at the peak, \((memory.bytesPerState + 500) / 1_000) kB more "
        + "for each state\n"
    }
    return out + "\n\(verdict)\n"
  }
}
