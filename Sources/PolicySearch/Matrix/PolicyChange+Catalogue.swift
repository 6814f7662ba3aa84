import DomainManagement
import Policy
public import Records

extension PolicyChange {
  /// Every change there is, in the order of the catalogue.
  public static var all: [PolicyChange] {
    RuleCatalogue<SymbolicSuite>.rules.map { .leftOut($0.facts.identifier) }
      + RuleCatalogue<SymbolicSuite>.weaker.compactMap { rule in
        rule.facts.weakens.map { .weakened($0, to: rule.facts.identifier) }
      }
  }
}

extension PolicySelection {
  /// The intact policy with one change.
  public init(_ change: PolicyChange) {
    switch change {
    case .leftOut(let rule): self.init(without: [rule])
    case .weakened(_, let weaker): self.init(with: [weaker])
    }
  }
}
