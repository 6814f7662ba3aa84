public import DomainManagement
internal import Formulas

/// `host.token-checked`: a host applies the token rules itself
public struct HostTokenChecked<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "host.token-checked",
      "a host applies the token rules itself",
      from: [.documentation(page: .communication, heading: "Authenticated sessions")], about: [.present])
  }

  public var meaning: Meaning? {
    .says(.judged(.token), about: [.present])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .present(let token, _) = question else { return .allow }
    return policy.decide(.use(token, by: nil), suite: suite)
  }
}
