import DomainManagement

/// A dropped key is never served.
struct DroppedKeys: Invariant {
  let name = "dropped-keys"
  let words = "hosts of honest domains are never served with a key that should have been dropped"

  func objection<S>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String? {
    if case .servedRetired(.dropped) = event { "a host was served with a key that should have been dropped" } else { nil }
  }
}
