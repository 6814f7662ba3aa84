public import DomainManagement

/// `successor.quorum-distinct`: signers are counted as distinct keys
public struct SuccessorQuorumDistinct<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.quorum-distinct",
      "signers are counted as distinct keys",
      source: "model, section 1.4", about: [.succeed, .advance])
  }

  public var countsLast: Bool { true }
  public var whyNotCounted: String { "one operator signed more than once" }
  public func counted(_ entries: [Int], of link: Link<Suite>, after parent: Trust<Suite>, suite: Suite) -> [Int] {
    let signers = entries.map { link.authorisation[$0].signer }
    return entries.indices.filter { signers.firstIndex(of: signers[$0]) == $0 }.map { entries[$0] }
  }
}
