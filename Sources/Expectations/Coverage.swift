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
