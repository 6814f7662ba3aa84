public import DomainManagement
internal import Formulas
import Primitives

/// `successor.signatures-verify`: each counted signature verifies
public struct SuccessorSignaturesVerify<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.signatures-verify",
      "each counted signature verifies",
      from: [.documentation(page: .communication, heading: "Quorum-signed commands")], about: [.succeed, .advance],
      looksAtServers: false)
  }

  public var meaning: Meaning? {
    .counts(Asked.endorsement.isValid)
  }

  public var whyNotCounted: String? { "a signature does not verify" }
  public func counts(_ endorsement: Endorsement<Suite>, of link: Link<Suite>, after parent: Trust<Suite>, suite: Suite) -> Bool {
    suite.verify(endorsement.signature, of: endorsement.statement.signedBytes, by: endorsement.signer) == .valid
  }
}
