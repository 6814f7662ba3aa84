import DomainManagement

/// What rotation retires stays retired.
struct RetiredKeys: Invariant {
  let name = "retired-keys"
  let words = "hosts of honest domains encrypt nothing under keys that were retired, and have no customer key wrapped under one"

  func objection<S>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String? {
    guard case .servedRetired(.deactivated) = event else { return nil }
    return "a host's data or customer key was encrypted under a key that was retired"
  }
}
