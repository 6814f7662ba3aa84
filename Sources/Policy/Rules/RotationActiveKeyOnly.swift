public import DomainManagement
internal import Formulas

/// `rotation.active-key-only`: the active key alone encrypts and wraps, and it alone is rotated
public struct RotationActiveKeyOnly<Suite: DomainSuite>: Rule {
  private let wrapsUnderAny: Bool

  /// - Parameter wrapsUnderAny: weaker: a key token that is under a retired key passes for a fresh one.
  public init(wrapsUnderAny: Bool = false) { self.wrapsUnderAny = wrapsUnderAny }

  public var facts: RuleFacts {
    if wrapsUnderAny {
      return RuleFacts(
        "rotation.active-key-only.wraps-under-any",
        "the active key alone encrypts data, and it alone is rotated (weaker: a customer key is wrapped under any)",
        from: [.ours("a planted defect")], about: [.rotate, .useKey], weakens: "rotation.active-key-only",
        isAboutCustomerKeys: true)
    }
    return RuleFacts(
      "rotation.active-key-only",
      "the active key alone encrypts and wraps, and it alone is rotated",
      from: [
        .documentation(page: .domains, heading: "Domain keys"), .ours("that an order names the version it retires"),
      ], about: [.rotate, .useKey])
  }

  public var meaning: Meaning? {
    let isHeeded = wrapsUnderAny ? Asked.encrypts && !Asked.isOfCustomerKey : Asked.encrypts
    return .says([.rotate: Asked.order.version.equals(Asked.active), .useKey: isHeeded.implies(Asked.isActive)])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    switch question {
    case .rotate(let rotation) where rotation.order.version != rotation.activeVersion:
      deny("version \(rotation.order.version) is to be retired, and version \(rotation.activeVersion) is active")
    case .useKey(let state, for: .wrap) where state != .active && !wrapsUnderAny: deny("nothing is wrapped under a \(state) key")
    case .useKey(let state, for: .encrypt), .useKey(let state, for: .encryptAsToken):
      state == .active ? .allow : deny("a \(state) key encrypts nothing more")
    default: .allow
    }
  }
}
