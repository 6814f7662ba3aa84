public import DomainManagement
internal import Formulas

/// `rotation.oldest-dropped`: of the deactivated keys of a handle the oldest is dropped when there are more than a stated number
public struct RotationOldestDropped<Suite: DomainSuite>: Rule {
  private let most: Int

  /// - Parameter most: weaker if it is more than should be kept: a key that is dropped is served once more.
  public init(keeping most: Int = KeyState.keptDeactivated) { self.most = most }

  public var facts: RuleFacts {
    if most > KeyState.keptDeactivated {
      return RuleFacts(
        "rotation.oldest-dropped.too-late",
        "of the deactivated keys of a handle the oldest is dropped when there are more than \(most) (weaker: one too many)",
        from: [.ours("a planted defect")], about: [.rotate], weakens: "rotation.oldest-dropped")
    }
    return RuleFacts(
      "rotation.oldest-dropped",
      "of the deactivated keys of a handle the oldest is dropped when there are more than \(most)",
      from: [.documentation(page: .domains, heading: "Domain keys"), .ours("the number")], about: [.rotate])
  }

  public var meaning: Meaning? { .says(Asked.kept.isAtMost(Term(number: most)), about: [.rotate]) }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .rotate(let rotation) = question, rotation.kept > most else { return .allow }
    return deny("\(rotation.kept) deactivated keys are to be kept, and \(most) is the most")
  }
}
