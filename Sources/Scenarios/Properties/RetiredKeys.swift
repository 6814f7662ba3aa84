import DomainManagement

/// What rotation retires stays retired.
struct RetiredKeys: Invariant {
  let name = "retired-keys"
  let words = "hosts of honest domains do not encrypt under keys that were retired"

  func objection<S>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String? {
    if case .servedRetired(.deactivated) = event { "a host encrypted under a key that was retired" } else { nil }
  }
}
