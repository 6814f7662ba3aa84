import DomainManagement

/// `host.token-checked`: a host applies the token rules itself
struct HostTokenChecked<Suite: DomainSuite>: Rule {
  var facts: RuleFacts {
    RuleFacts(
      "host.token-checked",
      "a host applies the token rules itself",
      source: "model, section 1.4", about: [.present])
  }

  func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .present(let token, _) = question else { return .allow }
    return policy.decide(.use(token, by: nil), suite: suite)
  }
}
