public import DomainManagement
internal import Formulas

/// `operator.role-registered`: each operator's role is the one registered with its key
public struct OperatorRoleRegistered<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "operator.role-registered",
      "each operator's role is the one registered with its key",
      from: [
        .documentation(page: .communication, heading: "Quorum-signed commands"),
        .ours("that the registry says which key has which role, and operators certify it"),
      ], about: [.authorise], isAboutRoles: true)
  }

  public var meaning: Meaning? {
    .says(Asked.trust.listsOwnRoles, about: [.authorise])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .authorise(let trust, let registry, _) = question, let index = registry.falseRole(in: trust) else {
      return .allow
    }
    let listed = trust.roles[index].map { "as `\($0)`" } ?? "without a role"
    return deny("operator \(Decision.name(trust.operators[index])) is listed \(listed), which is not its role")
  }
}
