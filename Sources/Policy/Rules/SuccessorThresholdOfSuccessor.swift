public import DomainManagement
internal import Formulas

/// `successor.threshold-of-successor`: the number of signers needed is the successor's own quorum (weaker: it sets its own
/// threshold)
public struct SuccessorThresholdOfSuccessor<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.threshold-of-successor",
      "the number of signers needed is the successor's own quorum (weaker: it sets its own threshold)",
      from: [.ours("a planted defect")], about: [.succeed, .advance], weakens: "successor.threshold-of-parent",
      looksAtServers: false)
  }

  public var meaning: Meaning? {
    .needs(.way(of: Asked.successor, to: .update))
  }

  public func needed(for link: Link<Suite>, after parent: Trust<Suite>) -> QuorumDemand<Suite>? {
    QuorumDemand(.update, of: link.trust)
  }
}
