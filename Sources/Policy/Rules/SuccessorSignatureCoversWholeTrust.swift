public import DomainManagement

/// `successor.signature-covers-whole-trust`: each counted signature covers every field of the successor, agreement keys and quorum included
public struct SuccessorSignatureCoversWholeTrust<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.signature-covers-whole-trust",
      "each counted signature covers every field of the successor, agreement keys and quorum included",
      source: "model, section 1.4", about: [.succeed, .advance])
  }

  public var whyNotCounted: String { "a signature was made on another trust" }
  public func counted(_ entries: [Int], of link: Link<Suite>, after parent: Trust<Suite>, suite: Suite) -> [Int] {
    entries.filter { link.authorisation[$0].statement.trust == link.trust }
  }
}
