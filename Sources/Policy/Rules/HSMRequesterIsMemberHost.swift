public import DomainManagement
internal import Formulas

/// `hsm.requester-is-member-host`: an HSM serves only hosts that the token's trust lists
public struct HSMRequesterIsMemberHost<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "hsm.requester-is-member-host",
      "an HSM serves only hosts that the token's trust lists",
      from: [.documentation(page: .communication, heading: "Authenticated sessions")], about: [.serve])
  }

  public var meaning: Meaning? {
    .says(Asked.trust.lists(host: Asked.requester), about: [.serve])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .serve(let trust, let requester) = question, !trust.hosts.contains(requester) else { return .allow }
    return deny("\(Decision.name(requester)) is no host of the trust")
  }
}
