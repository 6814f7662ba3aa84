public import DomainManagement
internal import Formulas

/// `rotation.active-key-only`: the active key alone encrypts, and it alone is rotated
public struct RotationActiveKeyOnly<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "rotation.active-key-only",
      "the active key alone encrypts, and it alone is rotated",
      from: [
        .documentation(page: .domains, heading: "Domain keys"), .ours("that an order names the version it retires"),
      ], about: [.rotate, .useKey])
  }

  public var meaning: Meaning? {
    .says([
      .rotate: Asked.order.version.equals(Asked.active), .useKey: Asked.encrypts.implies(Asked.isActive),
    ])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    switch question {
    case .rotate(let rotation) where rotation.order.version != rotation.activeVersion:
      deny("version \(rotation.order.version) is to be retired, and version \(rotation.activeVersion) is active")
    case .useKey(let state, for: .encrypt) where state != .active: deny("a \(state) key encrypts nothing more")
    default: .allow
    }
  }
}
