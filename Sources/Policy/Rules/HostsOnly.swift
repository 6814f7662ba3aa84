public import DomainManagement
internal import Formulas

/// A token rule that hosts apply and HSMs do not (weaker: HSMs believe whatever a host would). What `host.token-checked` is there
/// for shows beside it only: as long as HSMs check tokens too, nothing that a host would refuse gets past them.
public struct HostsOnly<Base: Rule>: Rule {
  public typealias Suite = Base.Suite
  private let base: Base

  public init(_ base: Base) { self.base = base }

  public var facts: RuleFacts {
    RuleFacts(
      "\(base.facts.identifier).hosts-only", "\(base.facts.words), as far as hosts can tell (weaker: HSMs do not check)",
      from: [.ours("a planted defect")],
      about: [.use], weakens: base.facts.identifier)
  }

  public var meaning: Meaning? {
    base.meaning.map { meaning in Meaning.says(meaning.says.mapValues { (!Asked.byHSM).implies($0) }) }
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .use(_, by: nil) = question, let denial = base.decide(question, in: policy, suite: suite).denial else {
      return .allow
    }
    return deny(denial.reason)
  }
}
