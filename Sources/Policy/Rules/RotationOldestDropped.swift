public import DomainManagement
internal import Formulas

/// `rotation.oldest-dropped`: of the deactivated keys of a handle the oldest is dropped when there are more than a stated number
public struct RotationOldestDropped<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "rotation.oldest-dropped",
      "of the deactivated keys of a handle the oldest is dropped when there are more than \(KeyState.keptDeactivated)",
      from: [.documentation(page: .domains, heading: "Domain keys"), .ours("the number")], about: [.rotate])
  }

  public var meaning: Meaning? {
    .says(Asked.kept.isAtMost(Term(number: KeyState.keptDeactivated)), about: [.rotate])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .rotate(let rotation) = question, rotation.kept > KeyState.keptDeactivated else { return .allow }
    return deny("\(rotation.kept) deactivated keys are to be kept, and \(KeyState.keptDeactivated) is the most")
  }
}
