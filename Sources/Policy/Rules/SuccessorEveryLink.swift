public import DomainManagement
internal import Formulas

/// `successor.every-link`: when several versions are skipped, every link of the chain is checked by its own parent's rules
public struct SuccessorEveryLink<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.every-link",
      "when several versions are skipped, every link of the chain is checked by its own parent's rules",
      from: [.patent(claim: 3)], about: [.succeed], looksAtServers: false)
  }

  public var meaning: Meaning? {
    .says(
      .every { (link: Term<Links>) in link.isEarlier.implies(.judged(.link(link.expression))) }, about: [.succeed])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .succeed(let trust, let path) = question else { return .allow }
    var parent = trust
    for (index, link) in path.dropLast().enumerated() {
      if let denial = policy.judge(link, after: parent, suite: suite).denial {
        return deny("link \(index + 1) of \(path.count) fails \(denial.rule): \(denial.reason)")
      }
      parent = link.trust
    }
    return .allow
  }
}
