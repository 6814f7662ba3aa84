/// Which rules the proof needs, for every size: each left out, and each weakened.
public struct NecessityRecord: Codable, Hashable, Sendable {
  public struct Row: Codable, Hashable, Sendable {
    public var change: PolicyChange
    public var proof: ProofRecord

    public init(change: PolicyChange, proof: ProofRecord) { (self.change, self.proof) = (change, proof) }

    /// What the two say together.
    public var finding: Finding {
      if proof.isProved { return .redundant }
      if proof.refuted.isEmpty { return .inconclusive }
      guard let pursuit = proof.pursuit else { return .notPursued }
      return pursuit.attack != nil ? .necessary : .unreached
    }
  }

  /// What is known about a rule.
  public enum Finding: String, Codable, Hashable, Sendable {
    /// Not proved without it, and the explorer has the attack.
    case necessary
    /// Proved without it.
    case redundant
    /// Not proved without it, and no attack is known.
    case unreached
    /// Not proved without it, and nobody looked for an attack.
    case notPursued = "not-pursued"
    case inconclusive
  }

  public var solver: String
  public var rows: [Row] = []
  /// How many changes an interrupt left unasked; nil if none came.
  public var unasked: Int?

  public init(solver: String) { self.solver = solver }

  public var exitStatus: RunStatus {
    unasked != nil ? .interrupted : rows.contains { $0.finding == .inconclusive } ? .inconclusive : .met
  }
}
