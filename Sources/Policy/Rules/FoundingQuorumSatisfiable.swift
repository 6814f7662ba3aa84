public import DomainManagement
internal import Formulas

/// `founding.quorum-satisfiable`: the quorum is at least 1 and at most the number of operators
public struct FoundingQuorumSatisfiable<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "founding.quorum-satisfiable",
      "the quorum is at least 1 and at most the number of operators",
      from: [.ours()], about: [.found])
  }

  public var meaning: Meaning? {
    .says(Counting.canBeMet(Asked.trust), about: [.found])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .found(let founding, _) = question else { return .allow }
    let trust = founding.trust
    if trust.isByRole { return trust.rules.unmeetable(by: trust.roles).map { deny($0) } ?? .allow }
    let (quorum, count) = (trust.quorum, trust.operators.count)
    return quorum >= 1 && quorum <= count ? .allow : deny("a quorum of \(quorum) among \(count) operators")
  }
}
