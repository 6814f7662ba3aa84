import DomainManagement
import Policy
import Records

extension PolicyChange {
  /// Every change there is, in the order of the catalogue.
  static var all: [PolicyChange] {
    RuleCatalogue<SymbolicSuite>.rules.map { .leftOut($0.facts.identifier) }
      + RuleCatalogue<SymbolicSuite>.weaker.compactMap { rule in
        rule.facts.weakens.map { .weakened($0, to: rule.facts.identifier) }
      }
  }
}
