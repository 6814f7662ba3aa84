import DomainManagement

/// `key.never-leaves-unwrapped`: no answer of an HSM contains a domain key unless encrypted under another key
struct KeyNeverLeavesUnwrapped<Suite: DomainSuite>: Rule {
  var facts: RuleFacts {
    RuleFacts(
      "key.never-leaves-unwrapped",
      "no answer of an HSM contains a domain key unless encrypted under another key",
      source: "model, section 1.4", about: [.release])
  }

  func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .release(let outgoing) = question, outgoing.containsKey else { return .allow }
    return deny("the answer contains a domain key in clear")
  }
}
