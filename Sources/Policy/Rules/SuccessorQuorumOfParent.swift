public import DomainManagement
internal import Formulas

/// `successor.quorum-of-parent`: signers are operators of the trust that is replaced, never of the successor
public struct SuccessorQuorumOfParent<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.quorum-of-parent",
      "signers are operators of the trust that is replaced, never of the successor",
      from: [.patent(claim: 1), .documentation(page: .communication, heading: "Quorum-signed commands")],
      about: [.succeed, .advance], looksAtServers: false)
  }

  public var meaning: Meaning? {
    .counts(Asked.parent.lists(operator: Asked.endorsement.signer))
  }

  public var whyNotCounted: String? { "a signer is no operator of the trust that is replaced" }
  public func counts(_ endorsement: Endorsement<Suite>, of link: Link<Suite>, after parent: Trust<Suite>, suite: Suite) -> Bool {
    parent.operators.contains(endorsement.signer)
  }
}
