public import DomainManagement
internal import Formulas

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

  public var meaning: Meaning? {
    let (signed, successor) = (Asked.endorsement.trust, Asked.successor)
    let sameEntities = Formula.every { (x: Term<Identities>) in
      signed.lists(operator: x).iff(successor.lists(operator: x)) && signed.lists(hsm: x).iff(successor.lists(hsm: x))
        && signed.lists(host: x).iff(successor.lists(host: x))
    }
    return .counts(signed.parent.equals(successor.parent) && signed.domain.equals(successor.domain) && sameEntities)
  }

  public var whyNotCounted: String? { "a signature was made on other entities" }
  public func counts(_ endorsement: Endorsement<Suite>, of link: Link<Suite>, after parent: Trust<Suite>, suite: Suite) -> Bool {
    let signed = endorsement.statement.trust
    return signed.parent == link.trust.parent && signed.domain == link.trust.domain && signed.operators == link.trust.operators
      && signed.hosts == link.trust.hosts && signed.hsms.map(\.identity) == link.trust.hsms.map(\.identity)
  }
}
