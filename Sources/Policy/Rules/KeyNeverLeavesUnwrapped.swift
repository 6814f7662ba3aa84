public import DomainManagement
internal import Formulas

/// `key.never-leaves-unwrapped`: no answer of an HSM contains a domain key unless encrypted under another key
public struct KeyNeverLeavesUnwrapped<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "key.never-leaves-unwrapped",
      "no answer of an HSM contains a domain key unless encrypted under another key",
      from: [
        .documentation(page: .domains, heading: "Exported domain tokens"),
        .paper("the taint type system for the code of the HSM"),
      ],
      about: [.release])
  }

  public var meaning: Meaning? {
    .says(.every { (key: Term<Secrets>) in key.isHeld.implies(!key.isInClear) }, about: [.release])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .release(let outgoing) = question, outgoing.containsKey else { return .allow }
    return deny("the answer contains a domain key in clear")
  }
}
