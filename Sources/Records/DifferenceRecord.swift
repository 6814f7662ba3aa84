/// The commands that two policies decide differently, over all that can be asked in a scope where everything happens that either
/// allows.
public struct DifferenceRecord: Codable, Hashable, Sendable {
  public struct Witness: Codable, Hashable, Sendable {
    /// What is asked, as a kind of question.
    public var question: String
    /// The command, in the names of the scope.
    public var words: String
    /// The policy that allows it: `A` or `B`.
    public var allowedBy: String
    /// The rule by which the other refuses, one that the two policies do not share; a few joined by “and” if it takes them all.
    /// And its reason.
    public var refusedBy: String
    public var reason: String
    /// The weaker rule that the policy which allows has in its place; nil if it has none.
    public var instead: String?
    /// How many questions of this kind differ in this way.
    public var count: Int

    public init(question: String, allowedBy: String, refusedBy: String, instead: String?) {
      (self.question, self.allowedBy, self.refusedBy, self.instead) = (question, allowedBy, refusedBy, instead)
      (words, reason, count) = ("", "", 0)
    }
  }

  public var a: PolicySelection
  public var b: PolicySelection
  public var scope: ExplorationScope
  public var questions: Int
  public var witnesses: [Witness]
  /// Changed rules that no witness names: in this scope, what they refuse is refused by others too, or there is nothing that they
  /// refuse.
  public var unseen: [String] = []
  /// Whether it was stopped before everything was asked: the witnesses stand, that there are no others is not known.
  public var isInterrupted = false

  public init(a: PolicySelection, b: PolicySelection, scope: ExplorationScope) {
    (self.a, self.b, self.scope, questions, witnesses) = (a, b, scope, 0, [])
  }

  public var exitStatus: RunStatus { isInterrupted ? .interrupted : witnesses.isEmpty ? .met : .notMet }

  public var verdict: String {
    let more = (witnesses.contains { $0.allowedBy == "A" }, witnesses.contains { $0.allowedBy == "B" })
    let words =
      switch more {
      case (false, false): "no difference \(isInterrupted ? "was seen" : "in this scope: \(questions) questions")"
      case (true, false): "A is more permissive than B"
      case (false, true): "B is more permissive than A"
      case (true, true): "neither is more permissive than the other"
      }
    return isInterrupted ? "interrupted after \(questions) questions; so far: \(words)" : words
  }
}
