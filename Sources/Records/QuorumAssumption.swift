/// The paper's global assumption, judged in one world: any n genuine operators include an honest one. It stands as long as fewer
/// than n are dishonest.
public struct QuorumAssumption: Codable, Hashable, Sendable {
  public enum Standing: String, Codable, Sendable { case holds, fails }

  /// The global n.
  public let quorum: Int
  /// How many operators are genuine, dishonest ones included.
  public let genuine: Int
  public let dishonest: Int
  public let standing: Standing

  public init(quorum: Int, genuine: Int, dishonest: Int) {
    (self.quorum, self.genuine, self.dishonest) = (quorum, genuine, dishonest)
    standing = dishonest < quorum ? .holds : .fails
  }

  public var words: String {
    switch standing {
    case .holds: "any \(quorum) genuine operators include an honest one"
    case .fails:
      "the quorum assumption fails: \(dishonest) genuine \(dishonest == 1 ? "operator is" : "operators are") dishonest, where "
        + "fewer than n = \(quorum) should be"
    }
  }

  /// Behind what is broken: the theorem says nothing of a world in which the assumption fails.
  public var aside: String { standing == .fails ? ", outside the quorum assumption" : "" }
  /// What a found scenario's file says of itself; who is dishonest is told where it is played.
  public var story: String {
    standing == .fails ? "Outside the quorum assumption: no policy helps, and the theorem says nothing of it." : ""
  }
}
