public import DomainManagement
internal import Formulas

/// `host.successor-checked`: a host applies all successor rules itself
public struct HostSuccessorChecked<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "host.successor-checked",
      "a host applies all successor rules itself",
      from: [.patent(claim: 1)], about: [.advance], looksAtServers: false)
  }

  public var meaning: Meaning? {
    .says(.judged(.path), about: [.advance])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .advance(let current, let path) = question else { return .allow }
    return policy.decide(.succeed(current, path: path), suite: suite)
  }
}
