public import DomainManagement

/// `planted.never-refuses`: a rule that does nothing, for whoever claims to find out what each rule is for.
public struct NeverRefuses<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "planted.never-refuses", "refuses nothing: a canary for the matrix, which must not find a use for it",
      from: [.ours("a planted defect")],
      about: [.use, .addKey])
  }

  public var meaning: Meaning? {
    .says([:])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision { .allow }
}
