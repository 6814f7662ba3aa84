/// A link of a chain of games: what was measured on its two sides, and what it costs.
public struct LinkRecord: Hashable, Codable, Sendable {
  public let from: String
  public let to: String
  /// What is said of the two sides, as mathematics or in words.
  public let claim: String
  /// The probability of the event, or that the adversary says 1, on either side.
  public let left: Estimate
  public let right: Estimate
  /// Of the two; nil where a reduction loses more than a difference.
  public let difference: Estimate?
  /// What the difference may be; nil where the two are equal, and where an ε is assumed.
  public let bound: Double?
  public let verdict: ReductionVerdict
  public let reason: String
  /// What is asked of the game on its far side, beside what is charged.
  public let resources: [WorkRecord]?

  public init(
    from: String, to: String, claim: String, left: Estimate, right: Estimate, difference: Estimate? = nil, bound: Double? = nil,
    verdict: ReductionVerdict, reason: String, resources: [WorkRecord]? = nil
  ) {
    (self.from, self.to, self.claim, self.left, self.right) = (from, to, claim, left, right)
    (self.difference, self.bound, self.verdict, self.reason) = (difference, bound, verdict, reason)
    self.resources = resources
  }
}
