public import DomainManagement
internal import Formulas

/// `key.tokens-apart-from-data`: a domain key encrypts and decrypts no user's data as if they were a customer key
public struct KeyTokensApartFromData<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "key.tokens-apart-from-data",
      "a domain key encrypts and decrypts no user's data as if they were a customer key",
      from: [
        .documentation(page: .hierarchy), .ours("that associated data tell key tokens from users' data"),
      ], about: [.useKey], isAboutCustomerKeys: true)
  }

  public var meaning: Meaning? { .says(!Asked.confuses, about: [.useKey]) }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    switch question {
    case .useKey(_, for: .decryptToken): deny("a key token is decrypted as data")
    case .useKey(_, for: .encryptAsToken): deny("data are encrypted as a key token is")
    default: .allow
    }
  }
}
