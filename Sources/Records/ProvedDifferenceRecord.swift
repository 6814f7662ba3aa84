/// How two policies differ, for every size: which decisions one allows and the other refuses.
public struct ProvedDifferenceRecord: Codable, Hashable, Sendable {
  /// What one policy allows and the other refuses, of one kind of question.
  public struct Direction: Codable, Hashable, Sendable {
    public var question: String
    /// The policy that allows it: `A` or `B`.
    public var allowedBy: String
    public var finding: Finding
    /// A decision, put to the code of both.
    public var witness: Witness?
    /// What the solver said, if it got lost.
    public var remark: String?

    public init(question: String, allowedBy: String, finding: Finding, remark: String? = nil) {
      (self.question, self.allowedBy, self.finding, self.remark) = (question, allowedBy, finding, remark)
    }
  }

  public enum Finding: String, Codable, Hashable, Sendable {
    /// Whatever it is asked, the other one allows it, too.
    case none
    case some
    case unknown
  }

  public struct Witness: Codable, Hashable, Sendable {
    /// With the trusts as T0, T1 and so on, where there are several.
    public var words: String
    /// What these are.
    public var trusts: [String]
    public var refusedBy: String
    public var reason: String

    public init(words: String, trusts: [String] = [], refusedBy: String, reason: String) {
      (self.words, self.trusts, self.refusedBy, self.reason) = (words, trusts, refusedBy, reason)
    }
  }

  public enum Relation: String, Codable, Hashable, Sendable {
    case equal
    case moreA = "A-more-permissive"
    case moreB = "B-more-permissive"
    case incomparable, unknown

    public var words: String {
      switch self {
      case .equal: "equal: for every size the two decide everything alike"
      case .moreA: "A is more permissive than B, for every size"
      case .moreB: "B is more permissive than A, for every size"
      case .incomparable: "neither is more permissive than the other"
      case .unknown: "inconclusive"
      }
    }
  }

  public var a: PolicySelection
  public var b: PolicySelection
  public var solver: String
  public var directions: [Direction]

  public init(a: PolicySelection, b: PolicySelection, solver: String) {
    (self.a, self.b, self.solver, directions) = (a, b, solver, [])
  }

  public var relation: Relation {
    func finding(_ policy: String) -> Finding {
      let own = directions.filter { $0.allowedBy == policy }
      // What the solver says and the code does not show is not known.
      return own.contains { $0.witness != nil } ? .some : own.allSatisfy { $0.finding == .none } ? .none : .unknown
    }
    switch (finding("A"), finding("B")) {
    case (.some, .some): return .incomparable
    case (.some, .none): return .moreA
    case (.none, .some): return .moreB
    case (.none, .none): return .equal
    default: return .unknown
    }
  }

  public var exitStatus: RunStatus {
    switch relation {
    case .equal: .met
    case .unknown: .inconclusive
    case .moreA, .moreB, .incomparable: .notMet
    }
  }

  /// Decisions of which the solver says that they differ, and that were not made.
  public var unplayed: [Direction] { directions.filter { $0.finding == .some && $0.witness == nil } }
}
