import DomainManagement
import Policy

/// `successor.never-fewer-signers`: a successor needs at least as many signers as the trust that it replaces.
///
/// The intact policy is content with the global n, if as many operators sign as the trust that is replaced asks for.
public struct NeverFewerSigners<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.never-fewer-signers", "a successor needs at least as many signers as the trust that it replaces",
      from: [.ours("so that the loss of a quorum cannot be prepared step by step")], about: [.succeed, .advance])
  }

  public func objection(to link: Link<Suite>, after parent: Trust<Suite>) -> Decision {
    guard link.trust.quorum < parent.quorum else { return .allow }
    return deny("it needs \(link.trust.quorum) signers after \(parent.quorum)")
  }
}
