import DomainManagement
import Policy

/// A policy that is watched: each question is also put to every rule alone.
struct AuditedPolicy<S: DomainSuite>: DomainPolicy {
  let policy: Policy<S>
  let explainer: Explainer?
  let observe: (([RuleFinding]) -> Void)?

  func decide(_ question: Question<S>, suite: S) -> Decision {
    if observe != nil || explainer != nil {
      let findings = audit(question, policy, suite)
      observe?(findings)
      if let explainer {
        explainer.record(findings, isInForce: true)
        let identifiers = Set(policy.identifiers)
        explainer.record(audit(question, .intact, suite).filter { !identifiers.contains($0.rule) }, isInForce: false)
      }
    }
    return policy.decide(question, suite: suite)
  }

  /// What each rule says, with what a host applies itself, which is asked inside the policy.
  private func audit(_ question: Question<S>, _ policy: Policy<S>, _ suite: S) -> [RuleFinding] {
    let findings = policy.audit(question, suite: suite)
    return switch question {
    case .present(let token, _): findings + policy.audit(.use(token, by: nil), suite: suite)
    case .advance(let trust, let path): findings + policy.audit(.succeed(trust, path: path), suite: suite)
    default: findings
    }
  }
}
