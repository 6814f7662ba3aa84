import DomainManagement

/// `successor.threshold-of-parent`: the number of signers needed is the quorum of the trust that is replaced
struct SuccessorThresholdOfParent<Suite: DomainSuite>: LinkRule {
  var facts: RuleFacts {
    RuleFacts(
      "successor.threshold-of-parent",
      "the number of signers needed is the quorum of the trust that is replaced",
      source: "model, section 1.4", about: [.succeed, .advance])
  }

  func needed(for link: Link<Suite>, after parent: Trust<Suite>) -> Int? { parent.quorum }
}
