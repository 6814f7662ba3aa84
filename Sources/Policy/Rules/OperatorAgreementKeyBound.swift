public import DomainManagement
internal import Formulas

/// `operator.agreement-key-bound`: each HSM's agreement key is the one registered with its identity key
public struct OperatorAgreementKeyBound<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "operator.agreement-key-bound",
      "each HSM's agreement key is the one registered with its identity key",
      from: [.ours("what an operator certifies of an HSM is the pair of its keys")], about: [.authorise])
  }

  public var meaning: Meaning? {
    .says(Asked.trust.listsOwnKeys, about: [.authorise])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .authorise(let trust, let registry, _) = question, let index = registry.swappedKey(in: trust) else {
      return .allow
    }
    let swapped = trust.hsms[index]
    return deny(
      "the agreement key listed for HSM \(Decision.name(swapped.identity)) is \(Decision.name(swapped.agreementKey)), not its own"
    )
  }
}
