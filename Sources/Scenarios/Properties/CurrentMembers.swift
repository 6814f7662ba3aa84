import DomainManagement

/// A host of an honest domain is served under its installed trust only, and by its HSMs: not by others, nor by those that have
/// left it.
struct CurrentMembers: Invariant {
  let name = "current-members"
  let words = "hosts of honest domains are served under their installed trust only, and by its HSMs"

  func objection<S>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String? {
    guard case .served(let member, let trust, let current) = event else { return nil }
    if trust != current {
      return "a host was served by \(Decision.name(member.identity)) under another trust than its own"
    }
    return current.lists(member)
      ? nil : "a host was served by \(Decision.name(member.identity)), which is no HSM of its trust"
  }
}
