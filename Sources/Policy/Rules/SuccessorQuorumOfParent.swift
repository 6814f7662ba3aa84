public import DomainManagement

/// `successor.quorum-of-parent`: signers are operators of the trust that is replaced, never of the successor
public struct SuccessorQuorumOfParent<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.quorum-of-parent",
      "signers are operators of the trust that is replaced, never of the successor",
      source: "model, section 1.4", about: [.succeed, .advance])
  }

  public var whyNotCounted: String { "a signer is no operator of the trust that is replaced" }
  public func counted(_ entries: [Int], of link: Link<Suite>, after parent: Trust<Suite>, suite: Suite) -> [Int] {
    entries.filter { parent.operators.contains(link.authorisation[$0].signer) }
  }
}
