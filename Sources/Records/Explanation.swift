/// What one step asks of the policy, rule by rule.
public struct Explanation: Codable, Hashable, Sendable {
  public struct Answer: Codable, Hashable, Sendable {
    public let rule: String
    public let words: String
    /// Why it refuses; nil if it has nothing against it.
    public var objection: String?
    /// Whether the policy has it; another rule is one of the intact policy, and is told because it would refuse.
    public let isInForce: Bool

    public init(rule: String, words: String, objection: String?, isInForce: Bool) {
      (self.rule, self.words, self.objection, self.isInForce) = (rule, words, objection, isInForce)
    }
  }

  /// What the kind of step is.
  public let words: String
  /// In the order of the rules.
  public let answers: [Answer]

  public init(words: String, answers: [Answer]) { (self.words, self.answers) = (words, answers) }
}
