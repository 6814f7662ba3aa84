/// How an adversary that is a command was treated, and how it fared.
public struct OutsideRecord: Codable, Hashable, Sendable {
  /// A rung of the sandbox that this system does not have.
  public struct Missing: Codable, Hashable, Sendable {
    public let rung: String
    public let reason: String
    public init(rung: String, reason: String) { (self.rung, self.reason) = (rung, reason) }
  }

  /// The rungs of the sandbox that stand; none where none was asked for, or before it was started.
  public let confinedBy: [String]
  public let notConfinedBy: [Missing]
  /// So many trials it was let play at once.
  public let lanes: Int
  /// How often it was started again, in all of this command's runs so far.
  public let restarts: Int
  /// Its forfeits count as losses.
  public let strict: Bool
  /// It may learn from one trial for the next: nobody has looked whether it does.
  public let stateful: Bool

  public init(
    confinedBy: [String], notConfinedBy: [Missing], lanes: Int, restarts: Int, strict: Bool, stateful: Bool
  ) {
    (self.confinedBy, self.notConfinedBy, self.lanes) = (confinedBy, notConfinedBy, lanes)
    (self.restarts, self.strict, self.stateful) = (restarts, strict, stateful)
  }
}
