public import DomainManagement
internal import Formulas

/// `operator.quorum-kept`: the trust's quorum is at least the global n, and it has at least that many operators
public struct OperatorQuorumKept<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "operator.quorum-kept",
      "the trust's quorum is at least the global n, and it has at least that many operators",
      from: [.ours("so that the paper’s assumption about quorums applies to the trust")], about: [.authorise])
  }

  public var meaning: Meaning? {
    .says(
      Asked.trust.keepsGlobalRules && Counting.isManned(Asked.trust)
        && Asked.trust.isByRole.implies(Counting.canBeMet(Asked.trust)), about: [.authorise])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .authorise(let trust, _, let n) = question else { return .allow }
    guard trust.rules.keeps(n) else { return deny("the quorum \(trust.rules) is below the global \(n)") }
    if trust.isByRole { return trust.rules.unmeetable(by: trust.roles).map { deny($0) } ?? .allow }
    guard trust.operators.count >= trust.quorum else {
      return deny("\(trust.operators.count) operators cannot make a quorum of \(trust.quorum)")
    }
    return .allow
  }
}
