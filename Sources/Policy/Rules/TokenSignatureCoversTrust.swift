public import DomainManagement
internal import Formulas

/// `token.signature-covers-trust`: a token's signature covers its whole trust
public struct TokenSignatureCoversTrust<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "token.signature-covers-trust",
      "a token's signature covers its whole trust",
      from: [.documentation(page: .domains, heading: "Exported domain tokens")], about: [.use])
  }

  public var meaning: Meaning? {
    .says(Asked.token.signedTrust.equals(Asked.token.trust), about: [.use])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .use(let token, _) = question, token.statement.trust != token.trust else { return .allow }
    return deny("the signature was made on another trust")
  }
}
