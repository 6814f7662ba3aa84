public import DomainManagement

/// `successor.quorum-of-successor`: signers are operators of the successor (weaker: it names its own electors)
public struct SuccessorQuorumOfSuccessor<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.quorum-of-successor",
      "signers are operators of the successor (weaker: it names its own electors)",
      source: "[ours] a planted defect", about: [.succeed, .advance], weakens: "successor.quorum-of-parent")
  }

  public var whyNotCounted: String { "a signer is no operator of the successor" }
  public func counted(_ entries: [Int], of link: Link<Suite>, after parent: Trust<Suite>, suite: Suite) -> [Int] {
    entries.filter { link.trust.operators.contains(link.authorisation[$0].signer) }
  }
}
