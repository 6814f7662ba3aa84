public import DomainManagement
internal import Formulas

/// `token.signature-covers-keys`: a token's signature covers its wrapped keys
public struct TokenSignatureCoversKeys<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "token.signature-covers-keys",
      "a token's signature covers its wrapped keys",
      from: [.documentation(page: .domains, heading: "Exported domain tokens")], about: [.use])
  }

  public var meaning: Meaning? {
    .says(Asked.token.signedWrap.equals(Asked.token.wrap), about: [.use])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .use(let token, _) = question, token.statement.wrapped != token.wrapped else { return .allow }
    return deny("the signature was made on other wrapped keys")
  }
}
