public import DomainManagement
internal import Formulas

/// `token.wrap-bound-to-trust`: the wrapped keys open under the fingerprint of the token's trust as tag
public struct TokenWrapBoundToTrust<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "token.wrap-bound-to-trust",
      "the wrapped keys open under the fingerprint of the token's trust as tag",
      from: [.assumption(file: "MRPKE"), .ours("that the tag is the fingerprint of the trust")], about: [.use])
  }

  public var meaning: Meaning? {
    .says(Asked.token.wrap.tag.equals(Asked.token.trust.fingerprint), about: [.use])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .use(let token, _) = question, token.wrapped.tag != token.trust.fingerprint else { return .allow }
    return deny("the keys were wrapped under the tag of another trust")
  }
}
