public import DomainManagement
internal import Formulas

/// `successor.signature-covers-whole-trust`: each counted signature covers every field of the successor, agreement keys and
/// quorum included
public struct SuccessorSignatureCoversWholeTrust<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.signature-covers-whole-trust",
      "each counted signature covers every field of the successor, agreement keys and quorum included",
      from: [.documentation(page: .communication, heading: "Quorum-signed commands")], about: [.succeed, .advance],
      looksAtServers: false)
  }

  public var meaning: Meaning? {
    .counts(Asked.endorsement.trust.equals(Asked.successor))
  }

  public var whyNotCounted: String? { "a signature was made on another trust" }
  public func counts(_ endorsement: Endorsement<Suite>, of link: Link<Suite>, after parent: Trust<Suite>, suite: Suite) -> Bool {
    endorsement.statement.trust == link.trust
  }
}
