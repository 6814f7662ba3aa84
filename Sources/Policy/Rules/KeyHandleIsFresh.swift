public import DomainManagement
internal import Formulas

/// `key.handle-is-fresh`: a key is added under a handle that is not taken
public struct KeyHandleIsFresh<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "key.handle-is-fresh",
      "a key is added under a handle that is not taken",
      from: [.ours()], about: [.addKey])
  }

  public var meaning: Meaning? {
    .says(!Asked.handle.isTaken, about: [.addKey])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .addKey(let handle, let taken) = question, taken.contains(handle) else { return .allow }
    return deny("the handle `\(handle)` is taken")
  }
}
