import DomainManagement
import Policy

/// Which rules were seen to allow something, and to refuse something.
public struct RuleCoverage: Codable, Hashable, Sendable {
  public var allowed: [String: Int] = [:]
  public var denied: [String: Int] = [:]

  public init() {}

  /// The rules of the intact policy, in the order of the catalogue, with what was never seen of them; nil if they were seen to
  /// allow and to refuse.
  public var rules: [(rule: String, lacks: String?)] {
    RuleCatalogue<SymbolicSuite>.rules.map(\.facts.identifier).map { rule in
      switch (allowed[rule] != nil, denied[rule] != nil) {
      case (true, true): (rule, nil)
      case (true, false): (rule, "never seen to refuse")
      case (false, true): (rule, "never seen to allow")
      case (false, false): (rule, "never asked")
      }
    }
  }
}

/// Collects coverage over many runs, one after the other.
final class CoverageRecorder {
  var coverage = RuleCoverage()

  func record(_ findings: [RuleFinding]) {
    for finding in findings {
      if finding.objection == nil {
        coverage.allowed[finding.rule, default: 0] += 1
      } else {
        coverage.denied[finding.rule, default: 0] += 1
      }
    }
  }
}

/// A policy that is watched: each question is also put to every rule alone.
struct AuditedPolicy<S: DomainSuite>: DomainPolicy {
  let policy: Policy<S>
  let recorder: CoverageRecorder?
  var explainer: Explainer?

  func decide(_ question: Question<S>, suite: S) -> Decision {
    if recorder != nil || explainer != nil {
      let findings = audit(question, policy, suite)
      recorder?.record(findings)
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
