public import DomainManagement
internal import Formulas

/// `hsm.is-member`: this HSM's pair of identity and agreement key is in the trust
public struct HSMIsMember<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "hsm.is-member",
      "this HSM's pair of identity and agreement key is in the trust",
      from: [.documentation(page: .domains, heading: "Domain keys")], about: [.found, .use])
  }

  public var meaning: Meaning? {
    .says(Asked.byHSM.implies(Asked.trust.lists(hsm: Asked.member, with: Asked.memberKey)), about: [.found, .use])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    switch question {
    case .found(let founding, let member) where !founding.trust.lists(member): return deny(reason(member))
    case .use(let token, let member?) where !token.trust.lists(member): return deny(reason(member))
    default: return .allow
    }
  }

  private func reason(_ member: Member<Suite>) -> String {
    "the trust does not list \(Decision.name(member.identity)) with its own agreement key"
  }
}
