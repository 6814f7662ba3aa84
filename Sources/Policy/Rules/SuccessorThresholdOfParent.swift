public import DomainManagement

/// `successor.threshold-of-parent`: the number of signers needed is the quorum of the trust that is replaced
public struct SuccessorThresholdOfParent<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.threshold-of-parent",
      "the number of signers needed is the quorum of the trust that is replaced",
      from: [.patent(claim: 1)], about: [.succeed, .advance], looksAtServers: false)
  }

  public func needed(for link: Link<Suite>, after parent: Trust<Suite>) -> Int? { parent.quorum }
}
