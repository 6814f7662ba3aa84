public import DomainManagement
internal import Formulas

/// `rotation.deactivated-opens`: a key that is deactivated stays to open what it encrypted, until it is the oldest of too many
public struct RotationDeactivatedOpens<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "rotation.deactivated-opens",
      "a key that is deactivated stays to open what it encrypted, until it is the oldest of too many",
      from: [.documentation(page: .domains, heading: "Domain keys")], about: [.rotate])
  }

  public var meaning: Meaning? {
    .says(
      Term(number: KeyState.keptDeactivated).isAtMost(Asked.kept) || Asked.deactivated.isBelow(Asked.kept), about: [.rotate])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .rotate(let rotation) = question else { return .allow }
    let due = min(KeyState.keptDeactivated, rotation.deactivated + 1)
    return rotation.kept >= due ? .allow : deny("\(rotation.kept) deactivated keys are to be kept of \(due) that should be")
  }
}
