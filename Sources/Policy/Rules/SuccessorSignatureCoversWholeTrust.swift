import DomainManagement

/// `successor.signature-covers-whole-trust`: each counted signature covers every field of the successor, agreement keys and quorum included
struct SuccessorSignatureCoversWholeTrust<Suite: DomainSuite>: LinkRule {
  var facts: RuleFacts {
    RuleFacts(
      "successor.signature-covers-whole-trust",
      "each counted signature covers every field of the successor, agreement keys and quorum included",
      source: "model, section 1.4", about: [.succeed, .advance])
  }

  var whyNotCounted: String { "a signature was made on another trust" }
  func counted(_ entries: [Int], of link: Link<Suite>, after parent: Trust<Suite>, suite: Suite) -> [Int] {
    entries.filter { link.authorisation[$0].statement.trust == link.trust }
  }
}
