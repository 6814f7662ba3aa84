import DomainManagement
import Policy

/// `successor.two-signers`: the same rule, weakened on purpose: two signers are enough, whatever was needed before.
public struct TwoSigners<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.two-signers", "a successor needs two signers at least", from: [.ours()], about: [.succeed, .advance],
      weakens: "successor.never-fewer-signers")
  }

  public func objection(to link: Link<Suite>, after parent: Trust<Suite>) -> Decision {
    link.trust.quorum < 2 ? deny("one signer is enough for it") : .allow
  }
}
