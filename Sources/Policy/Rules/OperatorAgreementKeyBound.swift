public import DomainManagement

/// `operator.agreement-key-bound`: each HSM's agreement key is the one registered with its identity key
public struct OperatorAgreementKeyBound<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "operator.agreement-key-bound",
      "each HSM's agreement key is the one registered with its identity key",
      source: "model, section 1.4", about: [.authorise])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .authorise(let trust, let registry, _) = question else { return .allow }
    let swapped = trust.hsms.first { member in registry.agreementKey(of: member.identity).map { $0 != member.agreementKey } ?? false }
    guard let swapped else { return .allow }
    return deny("the agreement key listed for HSM \(Decision.name(swapped.identity)) is \(Decision.name(swapped.agreementKey)), not its own")
  }
}
