import DomainManagement

/// A rotation loses no key before its time, and so no data.
struct DataOpens: Invariant {
  let name = "data-opens"
  let words = "a rotation in an honest domain loses no key that should still open what it encrypted"

  func objection<S>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String? {
    guard case .rotated(let handle, _, let lost) = event, lost > 0 else { return nil }
    return "\(lost) of the keys under `\(handle)` \(lost == 1 ? "is" : "are") lost, which should only be deactivated"
  }
}
