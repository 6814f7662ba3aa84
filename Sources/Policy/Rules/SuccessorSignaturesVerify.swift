public import DomainManagement
import Primitives

/// `successor.signatures-verify`: each counted signature verifies
public struct SuccessorSignaturesVerify<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.signatures-verify",
      "each counted signature verifies",
      source: "model, section 1.4", about: [.succeed, .advance])
  }

  public var whyNotCounted: String { "a signature does not verify" }
  public func counted(_ entries: [Int], of link: Link<Suite>, after parent: Trust<Suite>, suite: Suite) -> [Int] {
    entries.filter {
      let endorsement = link.authorisation[$0]
      return suite.verify(endorsement.signature, of: endorsement.statement.signedBytes, by: endorsement.signer) == .valid
    }
  }
}
