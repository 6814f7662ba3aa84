public import DomainManagement
internal import Formulas

/// `founding.has-no-parent`: a founding trust names neither a parent nor a domain
public struct FoundingHasNoParent<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "founding.has-no-parent",
      "a founding trust names neither a parent nor a domain",
      from: [.ours()], about: [.found, .install])
  }

  public var meaning: Meaning? {
    .says(Asked.trust.namesNoAncestors, about: [.found, .install])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    let trust: Trust<Suite>
    switch question {
    case .found(let founding, _): trust = founding.trust
    case .install(let founding, _): trust = founding
    default: return .allow
    }
    return trust.parent == nil && trust.domain == nil ? .allow : deny("the trust claims to succeed another one")
  }
}
