public import DomainManagement
internal import Formulas

/// `successor.quorum-of-successor`: signers are operators of the successor (weaker: it names its own electors)
public struct SuccessorQuorumOfSuccessor<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.quorum-of-successor",
      "signers are operators of the successor (weaker: it names its own electors)",
      from: [.ours("a planted defect")], about: [.succeed, .advance], weakens: "successor.quorum-of-parent", looksAtServers: false
    )
  }

  public var meaning: Meaning? {
    .counts(Asked.successor.lists(operator: Asked.endorsement.signer))
  }

  public var whyNotCounted: String? { "a signer is no operator of the successor" }
  public func counts(_ endorsement: Endorsement<Suite>, of link: Link<Suite>, after parent: Trust<Suite>, suite: Suite) -> Bool {
    link.trust.operators.contains(endorsement.signer)
  }
}
