import DomainManagement
import Policy

/// One change of a policy: a rule left out, or a weaker one in its place.
public enum PolicyChange: Hashable, Codable, Sendable {
  case leftOut(String)
  case weakened(String, to: String)

  /// The rule that is changed.
  var rule: String {
    switch self {
    case .leftOut(let rule), .weakened(let rule, _): rule
    }
  }

  public var words: String {
    switch self {
    case .leftOut(let rule): "without \(rule)"
    case .weakened(_, let weaker): "with \(weaker)"
    }
  }

  /// Every change there is, in the order of the catalogue.
  static var all: [PolicyChange] {
    RuleCatalogue<SymbolicSuite>.rules.map { .leftOut($0.facts.identifier) }
      + RuleCatalogue<SymbolicSuite>.weaker.compactMap { rule in
        rule.facts.weakens.map { .weakened($0, to: rule.facts.identifier) }
      }
  }
}
