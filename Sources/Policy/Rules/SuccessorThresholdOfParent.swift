public import DomainManagement
internal import Formulas

/// `successor.threshold-of-parent`: the number of signers needed is the quorum of the trust that is replaced
public struct SuccessorThresholdOfParent<Suite: DomainSuite>: LinkRule {
  private let heedsRoles: Bool

  /// `heedingRoles` is false in the weaker rule.
  public init(heedingRoles: Bool = true) { heedsRoles = heedingRoles }

  public var facts: RuleFacts {
    heedsRoles
      ? RuleFacts(
        "successor.threshold-of-parent",
        "the number of signers needed is the quorum of the trust that is replaced",
        from: [.patent(claim: 1), .documentation(page: .communication, heading: "Quorum-signed commands")],
        about: [.succeed, .advance], looksAtServers: false)
      : RuleFacts(
        "successor.threshold-of-parent.roles-ignored",
        "as many signers are needed as the quorum of the trust that is replaced takes (weaker: of any role)",
        from: [.ours("a planted defect")], about: [.succeed, .advance], weakens: "successor.threshold-of-parent",
        looksAtServers: false, isAboutRoles: true)
  }

  public var meaning: Meaning? {
    .needs(heedsRoles ? .way(of: Asked.parent, to: .update) : .number(of: Asked.parent, to: .update))
  }

  public func needed(for link: Link<Suite>, after parent: Trust<Suite>) -> QuorumDemand<Suite>? {
    QuorumDemand(.update, of: parent, heedingRoles: heedsRoles)
  }
}
