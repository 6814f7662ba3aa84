import DomainManagement

/// A key of an honest domain is rotated because an honest operator signed the order to retire it.
struct RotationAgreed: Invariant {
  let name = "rotation-agreed"
  let words = "every rotation of a key in an honest domain has an honest operator's consent"

  func objection<S>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String? {
    switch event {
    case .rotated(let handle, consent: .missing, _): "no honest operator signed the order to rotate `\(handle)`"
    case .rotated(let handle, consent: .elsewhere, _): "the order to rotate `\(handle)` was carried out before"
    default: nil
    }
  }
}
