public import DomainManagement
internal import Formulas

/// `operator.genuine-entities`: every operator, HSM and host of the trust is in the registry
public struct OperatorGenuineEntities<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "operator.genuine-entities",
      "every operator, HSM and host of the trust is in the registry",
      from: [.paper("the registry, a global set-up that operators alone can read")], about: [.authorise])
  }

  public var meaning: Meaning? {
    .says(Asked.trust.listsGenuineEntities, about: [.authorise])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .authorise(let trust, let registry, _) = question else { return .allow }
    switch registry.objection(to: trust) {
    case .operator(let index): return deny("operator \(Decision.name(trust.operators[index])) is not in the registry")
    case .hsm(let index): return deny("HSM \(Decision.name(trust.hsms[index].identity)) is not in the registry")
    case .host(let index): return deny("host \(Decision.name(trust.hosts[index])) is not in the registry")
    case .agreementKey, .role, nil: return .allow
    }
  }
}
