import DomainManagement

/// Every trust in force in an honest domain was signed, as it stands and as successor of the one it replaced, by an honest
/// operator.
struct Consent: Invariant {
  let name = "consent"
  let words = "every trust in force in an honest domain has an honest operator's consent, as it stands and in its place"

  func objection<S>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String? {
    switch event {
    case .entered(_, nil, .missing): "no honest operator signed the founding trust"
    case .entered(_, _, .missing): "no honest operator signed the trust that is now in force"
    case .entered(_, _, .elsewhere): "the trust was signed as successor of another one than the one it replaces"
    default: nil
    }
  }
}
