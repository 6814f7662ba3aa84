public import DomainManagement
internal import Formulas

/// `successor.same-domain`: a successor belongs to the domain of the trust that it replaces
public struct SuccessorSameDomain<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.same-domain",
      "a successor belongs to the domain of the trust that it replaces",
      from: [.ours()], about: [.succeed, .advance], looksAtServers: false)
  }

  public var meaning: Meaning? {
    .demands(Asked.successor.domain.equals(Asked.parent.domainName))
  }

  public func objection(to link: Link<Suite>, after parent: Trust<Suite>) -> Decision {
    link.trust.domain == parent.domainName ? .allow : deny("the trust belongs to another domain")
  }
}
