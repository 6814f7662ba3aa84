public import DomainManagement

/// `successor.signature-covers-identities`: each counted signature covers the identities of the successor (weaker: not its
/// agreement keys, not its quorum)
public struct SuccessorSignatureCoversIdentities<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.signature-covers-identities",
      "each counted signature covers the identities of the successor (weaker: not its agreement keys, not its quorum)",
      from: [.ours("a planted defect")], about: [.succeed, .advance], weakens: "successor.signature-covers-whole-trust")
  }

  public var whyNotCounted: String? { "a signature was made on other entities" }
  public func counts(_ endorsement: Endorsement<Suite>, of link: Link<Suite>, after parent: Trust<Suite>, suite: Suite) -> Bool {
    let signed = endorsement.statement.trust
    return signed.parent == link.trust.parent && signed.domain == link.trust.domain && signed.operators == link.trust.operators
      && signed.hosts == link.trust.hosts && signed.hsms.map(\.identity) == link.trust.hsms.map(\.identity)
  }
}
