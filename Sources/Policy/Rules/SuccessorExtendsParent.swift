public import DomainManagement
internal import Formulas

/// `successor.extends-parent`: a successor names the fingerprint of the trust that it replaces as its parent
public struct SuccessorExtendsParent<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.extends-parent",
      "a successor names the fingerprint of the trust that it replaces as its parent",
      from: [.patent(claim: 1)], about: [.succeed, .advance], looksAtServers: false)
  }

  public var meaning: Meaning? {
    .demands(Asked.successor.parent.equals(Asked.parent.fingerprint))
  }

  public func objection(to link: Link<Suite>, after parent: Trust<Suite>) -> Decision {
    link.trust.parent == parent.fingerprint ? .allow : deny("the trust extends another one than the one it is to replace")
  }
}
