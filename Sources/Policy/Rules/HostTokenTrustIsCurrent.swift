public import DomainManagement
internal import Formulas

/// `host.token-trust-is-current`: a host uses only tokens of its installed trust
public struct HostTokenTrustIsCurrent<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "host.token-trust-is-current",
      "a host uses only tokens of its installed trust",
      from: [.documentation(page: .communication, heading: "Authenticated sessions")], about: [.present])
  }

  public var meaning: Meaning? {
    .says(Asked.token.trust.equals(Asked.current), about: [.present])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .present(let token, let current) = question, token.trust != current else { return .allow }
    return deny("the token belongs to another trust than the installed one")
  }
}
