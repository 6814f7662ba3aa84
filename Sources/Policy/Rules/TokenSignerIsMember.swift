public import DomainManagement
internal import Formulas

/// `token.signer-is-member`: the signer of a token is an HSM of the token's trust
public struct TokenSignerIsMember<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "token.signer-is-member",
      "the signer of a token is an HSM of the token's trust",
      from: [.documentation(page: .domains, heading: "Exported domain tokens")], about: [.use])
  }

  public var meaning: Meaning? {
    .says(Asked.token.trust.lists(hsm: Asked.token.signer), about: [.use])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .use(let token, _) = question, !token.trust.listsHSM(token.signer) else { return .allow }
    return deny("\(Decision.name(token.signer)) is no HSM of the trust")
  }
}
