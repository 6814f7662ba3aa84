public import DomainManagement
internal import Formulas
import Primitives

/// `token.signature-verifies`: a token's signature verifies, as one on a token
public struct TokenSignatureVerifies<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "token.signature-verifies",
      "a token's signature verifies, as one on a token",
      from: [.documentation(page: .domains, heading: "Exported domain tokens")], about: [.use])
  }

  public var meaning: Meaning? {
    .says(Asked.token.isOnToken && Asked.token.isValid, about: [.use])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .use(let token, _) = question else { return .allow }
    guard token.statement.context == .token else { return deny("the signature was made on a trust, not on a token") }
    let check = suite.verify(token.signature, of: token.statement.signedBytes, by: token.signer)
    return check == .valid ? .allow : deny("the signature is not one by \(Decision.name(token.signer))")
  }
}
