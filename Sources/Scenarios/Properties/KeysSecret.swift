import DomainManagement

/// No key in use in an honest domain is known to the adversary.
struct KeysSecret: Invariant {
  let name = "keys-secret"
  let words = "no key of an honest domain is known to the adversary"

  func objection<S>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String? {
    guard case .keyExposed = event else { return nil }
    return "the adversary knows a key that is in use in an honest domain"
  }
}
