import Policy
import PolicySearch
import Records
import Scenarios
import Primitives

/// What a policy must give in a scenario or a search.
struct PolicyExpectation {
  enum Subject {
    case scenario(String)
    case explore(ExplorationScope)
    /// For every size.
    case prove
    case compare(PolicySelection)
  }

  /// Why it ends as it should; what is nil is not asked.
  struct Because {
    /// How many operations of genuine entities the shortest trace takes.
    var operations: Int?
    /// In a scenario: each of these refuses something. In a search: by these the found traces are refused first under the intact
    /// policy.
    var refusedBy: [String]?
    /// What was seen to be possible, no more and no less.
    var seen: [Milestone]?
  }

  let subject: Subject
  let policy: PolicySelection
  let suite: SuiteName
  /// Nil: what the scenario itself states for this policy.
  let broken: [Property]?
  /// Of a proof, or of a comparison: what it has to come to.
  var proved: ProofVerdict?
  /// The properties that a search looks at; nil for all.
  let properties: [Property]?
  let because: Because

  var words: String {
    switch subject {
    case .scenario(let path): "\(path), \(policy.words), on \(suite.rawValue)"
    case .explore(let scope):
      "explore \(scope.words), \(policy.words)"
        + (properties.map { ", only \($0.map(\.rawValue).joined(separator: ", "))" } ?? "")
        + (suite == .kms ? "" : ", on \(suite.rawValue)")
    case .prove: "prove \(policy.words)"
    case .compare(let other): "\(policy.words), equivalent to \(other.words)"
    }
  }
}

extension PolicyExpectation {
  /// What a case says of a proof, or of two policies.
  enum ProofVerdict: String, CaseIterable {
    case proved
    case notProved = "not-proved"
    case equal
    case morePermissive = "more-permissive"
    case lessPermissive = "less-permissive"
    case incomparable
  }
}
