import DomainManagement

/// A customer key leaves HSMs in exported key tokens only.
struct CustomerKeys: Invariant {
  let name = "customer-keys"
  let words = "no host, and nobody else, is given a customer key of an honest domain in clear"

  func objection<S>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String? {
    if case .customerKeyReleased = event { "an HSM gave out a customer key in clear" } else { nil }
  }
}
