public import DomainManagement
internal import Formulas

/// `wrap.exactly-the-members`: keys are wrapped for exactly the HSMs of the trust
public struct WrapExactlyTheMembers<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "wrap.exactly-the-members",
      "keys are wrapped for exactly the HSMs of the trust",
      from: [.documentation(page: .domains, heading: "Exported domain tokens")], about: [.wrap])
  }

  public var meaning: Meaning? {
    .says(
      .every { (key: Term<AgreementKeys>) in
        key.isAskedFor.iff(.some { (x: Term<Identities>) in Asked.trust.lists(hsm: x, with: key) })
      }, about: [.wrap])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .wrap(let trust, let recipients) = question, recipients != trust.agreementKeys else { return .allow }
    let members = trust.agreementKeys
    if let stranger = recipients.first(where: { !members.contains($0) }) {
      return deny("\(Decision.name(stranger)) is no HSM of the trust")
    }
    return deny("an HSM of the trust is left out")
  }
}
