public import Quorums

/// The paper's global assumption, judged in one world: any n genuine operators include an honest one. It stands as long as fewer
/// than n are dishonest. With quorum rules by role: whatever genuine operators authorise a command include an honest one; so the
/// dishonest ones among themselves must meet no rule.
public struct QuorumAssumption: Codable, Hashable, Sendable {
  public enum Standing: String, Codable, Sendable { case holds, fails }

  /// The global n, or the rules in its place.
  public let quorum: QuorumRules
  /// How many operators are genuine, dishonest ones included.
  public let genuine: Int
  public let dishonest: Int
  public let standing: Standing
  /// What the dishonest ones can do among themselves; nil unless there are rules by role.
  private let dishonestCan: [QuorumCommand]?

  /// `dishonest` are the roles of the dishonest operators; nil stands for one without.
  public init(quorum: QuorumRules, genuine: Int, dishonest: [String?]) {
    (self.quorum, self.genuine, self.dishonest) = (quorum, genuine, dishonest.count)
    let commands = QuorumCommand.allCases.filter { quorum.isMet($0, by: dishonest) }
    standing = commands.isEmpty ? .holds : .fails
    dishonestCan = quorum.number == nil ? commands : nil
  }

  public var words: String {
    switch (standing, quorum.number) {
    case (.holds, let n?): "any \(n) genuine operators include an honest one"
    case (.holds, nil): "any genuine operators that authorise something by \(quorum) include an honest one"
    case (.fails, let n):
      "the quorum assumption fails: \(dishonest) genuine \(dishonest == 1 ? "operator is" : "operators are") dishonest, "
        + (n.map { "where fewer than n = \($0) should be" }
          ?? "and authorise \((dishonestCan ?? []).map(\.rawValue).joined(separator: ", ")) by \(quorum) alone")
    }
  }

  /// Behind what is broken: the theorem says nothing of a world in which the assumption fails.
  public var aside: String { standing == .fails ? ", outside the quorum assumption" : "" }
  /// What a found scenario's file says of itself; who is dishonest is told where it is played.
  public var story: String {
    standing == .fails ? "Outside the quorum assumption: no policy helps, and the theorem says nothing of it." : ""
  }
}
