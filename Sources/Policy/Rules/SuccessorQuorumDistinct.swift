public import DomainManagement

/// `successor.quorum-distinct`: signers are counted as distinct keys
public struct SuccessorQuorumDistinct<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.quorum-distinct",
      "signers are counted as distinct keys",
      from: [.documentation(page: .communication, heading: "Quorum-signed commands")], about: [.succeed, .advance],
      looksAtServers: false)
  }

  public var meaning: Meaning? {
    .countsSignersOnce
  }

  public var countsSignersOnce: Bool { true }
  public var whyNotCounted: String? { "one operator signed more than once" }
}
